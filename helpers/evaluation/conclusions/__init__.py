"""What a run found, in words: the answer to a notebook's title question, and a sentence under each curve and chart."""

from helpers.evaluation.conclusions.answers import conclude
from helpers.evaluation.conclusions.sentences import branch, plain, read_curve, read_groups, read_scores

__all__ = ["branch", "conclude", "plain", "read_curve", "read_groups", "read_scores"]

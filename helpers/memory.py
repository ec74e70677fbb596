"""Will it fit? (placeholder until the estimate is merged)"""


def will_it_fit(run, machine, model_path, dtype, parameters):
    """Say nothing yet."""

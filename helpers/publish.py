"""Give a trained model to others."""

from helpers.errors import UserError
from helpers.hub import clear_hub_errors
from helpers.results import Run


def share(model, tokenizer, run: Run, push_to_hub: bool, hub_model_id: str, hub_private: bool) -> None:
    """Upload a model (an adapter, or whole) and its tokenizer to the Hub if asked, and say where it is.

    Raises:
        UserError: no name for it, no token, or one that may not write.
    """
    if not push_to_hub:
        print(f"not uploaded; it is in {run.name}")
        return
    if hub_model_id.count("/") != 1:
        raise UserError(f"hub_model_id is {hub_model_id!r}; push_to_hub needs a name such as your-name/mistral-7b-sql.")
    with clear_hub_errors(hub_model_id, "model"):
        model.push_to_hub(hub_model_id, private=hub_private)
        tokenizer.push_to_hub(hub_model_id, private=hub_private)
    print(f"uploaded to https://huggingface.co/{hub_model_id}{', which only you can see' if hub_private else ''}")

"""An action that cannot be done says so in one sentence to the person who tried."""


class Refusal(Exception):
    """Why an action is not possible now, and at which field of the form that shows.

    The sentence is shown as it is, so it is translated and names no content of a case.
    """

    def __init__(self, sentence: str, *, field: str | None = None) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.field = field


class Outdated(Refusal):
    """What was read has been changed by somebody else in the meantime."""

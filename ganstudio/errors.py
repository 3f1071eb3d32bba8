"""The one exception for what a user can cause: a sentence on what is wrong and what to do."""


class StudioError(Exception):
    """`str(error)` is shown as it is, in the error bar or on stderr; `detail` can be copied.

    The sentence names the file or field, says what is wrong with it and what to do about it.
    """

    def __init__(self, sentence: str, *, detail: str = "") -> None:
        super().__init__(sentence)
        self.detail = detail

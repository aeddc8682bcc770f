from collections.abc import Iterable

from PySide6.QtWidgets import QComboBox


class AllOrOne(QComboBox):
    """A box with all of something first, then each of it; its data is None for all of it."""

    def __init__(self, everything: str) -> None:
        super().__init__()
        self.addItem(everything, None)

    def offer(self, choices: Iterable[tuple[str, object]]) -> None:
        """Each by its word and its data; the one chosen stays. What is there already is left alone."""
        wanted = list(choices)
        if wanted == [(self.itemText(place), self.itemData(place)) for place in range(1, self.count())]:
            return
        chosen = self.currentData()
        while self.count() > 1:
            self.removeItem(1)
        for word, data in wanted:
            self.addItem(word, data)
        self.setCurrentIndex(max(self.findData(chosen), 0))

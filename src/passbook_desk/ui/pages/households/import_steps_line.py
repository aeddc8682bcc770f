"""Where in the import the clerk is: ① 选文件 → ② 对列 → ▸ ③ 修正 → ④ 看样 → ⑤ 完成."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from passbook_desk.ui.pages.households.import_values import BookKind, Step


class StepsLine(QLabel):
    """All steps of a kind of book, the one reached marked by an arrow and bold."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.RichText)

    def show_step(self, here: Step, kind: BookKind) -> None:
        """Only a roster has columns to choose and samples to see."""
        words = {
            Step.CHOOSE: self.tr("选文件"),
            Step.COLUMNS: self.tr("对列"),
            Step.FIXES: self.tr("修正"),
            Step.SAMPLES: self.tr("看样"),
            Step.DONE: self.tr("完成"),
        }
        if kind is not BookKind.ROSTER:
            del words[Step.COLUMNS], words[Step.SAMPLES]
        said = []
        for number, (step, word) in enumerate(words.items()):
            numbered = f"{'①②③④⑤'[number]} {word}"
            said.append(f"<b>▸ {numbered}</b>" if step is here else numbered)
        self.setText(" → ".join(said))

"""One claim in words: whose, what, when, and who took which step."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from passbook_desk.features.ledger.claims.values import ClaimCard
from passbook_desk.ui.kit.cards import Card
from passbook_desk.ui.kit.dates import day_echo, day_text
from passbook_desk.ui.kit.scrolling import ScrollColumn
from passbook_desk.ui.pages.claims.words import (
    doubt_words,
    moment_words,
    notice_words,
    stage_words,
    step_words,
)
from passbook_desk.ui.shell.choices import signed


class CardPanel(QWidget):
    """Stands beside the queue; empty while no claim is selected."""

    def __init__(self) -> None:
        super().__init__()
        self._deed = Card(self.tr("这一件"))
        self._steps = Card(self.tr("经过"))
        self.words: tuple[str, str] | tuple[()] = ()
        """The claim and its story, for who reads them elsewhere."""
        self._facts = _words()
        self._doubts = _words("warn")
        self._story = _words()
        self._deed.body.addWidget(self._facts)
        self._deed.body.addWidget(self._doubts)
        self._steps.body.addWidget(self._story)
        scroll = ScrollColumn()
        scroll.column.addWidget(self._deed)
        scroll.column.addWidget(self._steps)
        scroll.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)
        self.show_card(None, "")

    def show_card(self, card: ClaimCard | None, refused: str, notice: str | None = None) -> None:
        """A claim with its steps; `refused` is why it could not be decided just now, `notice` as in words."""
        self._steps.setVisible(card is not None)
        self._doubts.setVisible(False)
        self.words = ()
        if card is None:
            self._facts.setText(self.tr("选中一件，这里看它的事由、见证人和经过。"))
            return
        row = card.claim
        account = row.account
        facts = [
            self.tr("第 {id} 号　{stage}").format(id=row.id, stage=stage_words(row, notice)),
            f"{account.grid_name}　{account.owner_code}　{account.owner_name}",
            f"{row.item_code} {row.item_text}　{signed(row.points)}",
            f"{day_text(row.occurred_on)}　{day_echo(row.occurred_on)}",
        ]
        if hangs := notice_words(row, notice):
            facts.append(hangs)
        for words, said in (
            (self.tr("事由：{said}"), row.memo),
            (self.tr("见证人：{said}"), row.witness),
            (self.tr("佐证：{said}"), row.evidence),
        ):
            if said:
                facts.append(words.format(said=said))
        self._facts.setText("\n".join(facts))
        doubts = "\n".join(part for part in (doubt_words(row.doubts), refused) if part)
        self._doubts.setText(doubts)
        self._doubts.setVisible(bool(doubts))
        recorded = self.tr("{when}　{who}　记录").format(when=moment_words(row.recorded_at), who=row.recorder)
        self._story.setText("\n".join((recorded, *map(step_words, card.steps))))
        self.words = (self._facts.text(), "\n".join(part for part in (doubts, self._story.text()) if part))


def _words(role: str = "") -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if role:
        label.setProperty("role", role)
    return label

"""The three steps of the import wizard, each a widget that only shows."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from passbook_desk.features.households.values import GridCount, RosterChange
from passbook_desk.features.intake.values import BatchSummary, Finding, KeptRow, Severity
from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.period import NotADate
from passbook_desk.ui.kit.actions import ToggleButton
from passbook_desk.ui.kit.cards import Card
from passbook_desk.ui.kit.date_edit import LenientDateEdit
from passbook_desk.ui.kit.message_bar import MessageBar, Mood
from passbook_desk.ui.kit.sentences import tell_code
from passbook_desk.ui.kit.table_page import Empty, TablePage
from passbook_desk.ui.pages.households.import_columns import CHANGES, FINDINGS, GRIDS, HISTORY, KEPT
from passbook_desk.ui.pages.households.import_values import BookKind, Done, Preview, TakenBack


class ChooseStep(QWidget):
    """Which kind of workbook, which file; below, what was imported before."""

    def __init__(self, clock: Clock, pick: Callable[[], None], undo: Callable[[BatchSummary], None]) -> None:
        super().__init__()
        self._undo = undo
        self._roster = QRadioButton(self.tr("花名册：户、人、网格、党员"))
        self._openings = QRadioButton(self.tr("期初积分：年中启用时，把原来的结余带进来"))
        self._roster.setChecked(True)
        self._openings.toggled.connect(self._show_day)
        self._day = LenientDateEdit(clock, clock.today())
        self._day_label = QLabel(self.tr("结余截止到"))
        self._pick = QPushButton(self.tr("选文件…"))
        self._pick.setObjectName("import.pick")
        self._pick.setProperty("primary", True)
        self._pick.clicked.connect(lambda: pick())
        self._busy = QLabel(self.tr("也可以把文件拖到这一页上。"))
        self._busy.setProperty("role", "quiet")
        self._history: TablePage[BatchSummary] = TablePage(HISTORY, Empty(self.tr("还没有导入过。")))
        self._take_back = QPushButton(self.tr("撤销所选的导入"))
        self._take_back.setEnabled(False)
        self._take_back.clicked.connect(self._run_undo)
        self._history.selected.connect(self._offer_undo)
        self._lay_out()
        self._show_day(False)

    @property
    def kind(self) -> BookKind:
        """The kind chosen."""
        return BookKind.OPENINGS if self._openings.isChecked() else BookKind.ROSTER

    def set_kind(self, kind: BookKind) -> None:
        """Choose a kind as the clerk would."""
        (self._roster if kind is BookKind.ROSTER else self._openings).setChecked(True)

    def day(self) -> date:
        """The day of the balances; raises NotADate when there is none."""
        found = self._day.day()
        if found is None:
            raise NotADate(text="")
        return found

    def set_busy(self, sentence: str) -> None:
        """While a workbook is read, nothing else can be chosen; an empty sentence ends that."""
        for widget in (self._pick, self._roster, self._openings):
            widget.setEnabled(not sentence)
        self._busy.setText(sentence or self.tr("也可以把文件拖到这一页上。"))

    def set_history(self, history: tuple[BatchSummary, ...]) -> None:
        """Show the imports there were."""
        self._history.set_rows(history)

    def _lay_out(self) -> None:
        card = Card(self.tr("导入什么"))
        card.body.addWidget(self._roster)
        card.body.addWidget(self._openings)
        day = QHBoxLayout()
        day.setContentsMargins(36, 0, 0, 0)
        day.addWidget(self._day_label)
        day.addWidget(self._day)
        day.addStretch(1)
        card.body.addLayout(day)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._pick)
        row.addWidget(self._busy, 1)
        card.body.addLayout(row)
        before = QLabel(self.tr("导入过的"))
        before.setProperty("role", "section")
        head = QHBoxLayout()
        head.addWidget(before, 1)
        head.addWidget(self._take_back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(card)
        column.addLayout(head)
        column.addWidget(self._history, 1)

    def _show_day(self, shown: bool) -> None:
        self._day.setVisible(shown)
        self._day_label.setVisible(shown)

    def _offer_undo(self, batch: BatchSummary | None) -> None:
        self._take_back.setEnabled(batch is not None and not batch.undone)

    def _run_undo(self) -> None:
        batch = self._history.selected_row()
        if batch is not None and not batch.undone:
            self._undo(batch)


class PreviewStep(QWidget):
    """Three counters, then one table at a time: what to look at, per grid, what changes."""

    def __init__(self) -> None:
        super().__init__()
        self.bar = MessageBar()
        self._counters = [_Counter() for _ in range(3)]
        self._summary = QLabel()
        self._summary.setWordWrap(True)
        self._findings: TablePage[Finding] = TablePage(FINDINGS, Empty(self.tr("没有要改、要核对的地方。")))
        self._grids: TablePage[GridCount] = TablePage(GRIDS, Empty(self.tr("表里没有可导入的户。")))
        self._changes: TablePage[RosterChange] = TablePage(CHANGES, Empty(self.tr("没有改动原有的户和人。")))
        self._switch = _Switch((self._findings, self._grids, self._changes))
        self._whole = QLabel()
        self._whole.setWordWrap(True)
        self._whole.hide()
        self._findings.selected.connect(self._say_whole)
        counters = QHBoxLayout()
        counters.setSpacing(12)
        for counter in self._counters:
            counters.addWidget(counter, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.bar)
        column.addLayout(counters)
        column.addWidget(self._summary)
        column.addWidget(self._switch, 1)
        column.addWidget(self._whole)

    def show_preview(self, preview: Preview) -> None:
        """Show what a workbook holds."""
        roster = preview.kind is BookKind.ROSTER
        check, must = preview.count(Severity.CHECK), preview.count(Severity.MUST_FIX)
        unit = self.tr("户") if roster else self.tr("个账户")
        self._counters[0].say(self.tr("可导入"), f"{preview.importable} {unit}", "ok")
        self._counters[1].say(self.tr("请核对"), self.tr("{count} 处").format(count=check), "warn")
        self._counters[2].say(self.tr("必须改"), self.tr("{count} 处").format(count=must), "error")
        self._summary.setText(self._summary_of(preview) if roster else preview.file_name)
        self._summary.setVisible(preview.writes)
        self._whole.hide()
        order = {Severity.MUST_FIX: 0, Severity.CHECK: 1, Severity.AUTO: 2}
        self._findings.set_rows(sorted(preview.findings, key=lambda found: order[found.severity]))
        self._grids.set_rows(preview.grids)
        self._changes.set_rows(preview.changes)
        self._switch.set_words(
            (
                self.tr("要看的 {count} 处").format(count=len(preview.findings)),
                self.tr("各网格 {count} 个").format(count=len(preview.grids)) if roster else "",
                self.tr("改动 {count} 处").format(count=len(preview.changes)) if roster else "",
            )
        )
        self._switch.choose(0 if check or must or not roster else 1)
        self._warn(preview)

    def _summary_of(self, preview: Preview) -> str:
        words = self.tr(
            "{file}：{residents} 人，党员 {party} 人。新增 {households} 户 {people} 人，"
            "改动 {changes} 处，另有 {same} 户原来就在册。"
        )
        return words.format(
            file=preview.file_name,
            residents=preview.residents,
            party=preview.party_members,
            households=preview.new_households,
            people=preview.new_people,
            changes=len(preview.changes),
            same=preview.same_households,
        )

    def _say_whole(self, finding: Finding | None) -> None:
        """Long sentences end in … in the table; that of the row chosen stands below in full."""
        self._whole.setVisible(finding is not None)
        if finding is not None:
            self._whole.setText(tell_code(f"finding.{finding.kind}", finding.params))

    def _warn(self, preview: Preview) -> None:
        self.bar.clear()
        if preview.kind is BookKind.ROSTER and not preview.writes and preview.importable:
            same = self.tr("{count} 户都已存在，更新 0 项，不用导入。")
            self.bar.say(same.format(count=preview.same_households), Mood.OK)
        elif not preview.writes:
            self.bar.say(self.tr("这份表里没有可以导入的内容，请看下面的说明。"), Mood.WARN)
        elif preview.earlier is not None:
            before = self.tr("这份文件已作为第 {number} 批导入过，再导入只补有变化的地方。")
            self.bar.say(before.format(number=preview.earlier.number), Mood.WARN)
        elif preview.count(Severity.MUST_FIX):
            self.bar.say(self.tr("必须改的行不会导入。可以先导入其余的，改好表格后再导入一次。"), Mood.NOTE)


class DoneStep(QWidget):
    """What was imported, or what was taken back and what had to stay."""

    def __init__(self) -> None:
        super().__init__()
        self._card = Card()
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setProperty("role", "section")
        self._more = QLabel()
        self._more.setWordWrap(True)
        self._card.body.addWidget(self._words)
        self._card.body.addWidget(self._more)
        self._kept: TablePage[KeptRow] = TablePage(KEPT, Empty(""))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._card)
        column.addWidget(self._kept, 1)
        self._space = QWidget()
        column.addWidget(self._space, 1)

    def show_done(self, done: Done) -> None:
        """Say what an import did."""
        if done.kind is BookKind.ROSTER:
            words = self.tr("✓ 已导入：新增 {households} 户 {people} 人，改动 {changes} 处")
            said = words.format(households=done.households, people=done.people, changes=done.changes)
            opened = self.tr("新开 {accounts} 个积分账户。这是第 {batch} 批，随时可以撤销。")
            more = opened.format(accounts=done.accounts, batch=done.batch)
        else:
            said = self.tr("✓ 已导入 {accounts} 个账户的期初积分").format(accounts=done.accounts)
            more = self.tr("这是第 {batch} 批，随时可以撤销。").format(batch=done.batch)
        self._say(said, more, ())

    def show_taken_back(self, taken: TakenBack) -> None:
        """Say what taking an import back did."""
        words = self.tr("✓ 已撤销第 {batch} 批：去掉 {removed} 条，改回 {restored} 条，冲销 {lines} 笔")
        said = words.format(
            batch=taken.batch, removed=taken.removed, restored=taken.restored, lines=taken.reversed_lines
        )
        kept = self.tr("下面 {count} 条留着没动，因为导入后改过，或已有流水。")
        self._say(said, kept.format(count=len(taken.kept)) if taken.kept else "", taken.kept)

    def _say(self, words: str, more: str, kept: tuple[KeptRow, ...]) -> None:
        self._words.setText(words)
        self._more.setText(more)
        self._more.setVisible(bool(more))
        self._kept.set_rows(kept)
        self._kept.setVisible(bool(kept))
        self._space.setVisible(not kept)


class _Counter(Card):
    """A word and a number."""

    def __init__(self) -> None:
        super().__init__()
        self._word = QLabel()
        self._number = QLabel()
        self._number.setProperty("role", "section")
        row = QHBoxLayout()
        row.addWidget(self._word)
        row.addStretch(1)
        row.addWidget(self._number)
        self.body.addLayout(row)

    def say(self, word: str, number: str, role: str) -> None:
        """`role` is that of the word: ok, warn or error."""
        self._word.setText({"ok": "✓ ", "warn": "⚠ ", "error": "✕ "}[role] + word)
        self._word.setProperty("role", role)
        self._word.style().unpolish(self._word)
        self._word.style().polish(self._word)
        self._number.setText(number)


class _Switch(QWidget):
    """Buttons of which one is down, and the widget that belongs to it."""

    def __init__(self, widgets: tuple[QWidget, ...]) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._stack = QStackedLayout()
        row = QHBoxLayout()
        row.setSpacing(8)
        for number, widget in enumerate(widgets):
            button = ToggleButton()
            self._group.addButton(button, number)
            row.addWidget(button)
            self._stack.addWidget(widget)
        row.addStretch(1)
        self._group.idClicked.connect(self._stack.setCurrentIndex)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addLayout(self._stack, 1)

    def set_words(self, words: tuple[str, ...]) -> None:
        """The words on the buttons; an empty one hides its button."""
        for number, word in enumerate(words):
            self._group.button(number).setText(word)
            self._group.button(number).setVisible(bool(word))

    def choose(self, number: int) -> None:
        """Press a button."""
        self._group.button(number).setChecked(True)
        self._stack.setCurrentIndex(number)

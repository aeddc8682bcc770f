"""The third step of importing: three counters, what is to be looked at, and a cure for each."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from passbook_desk.features.intake.values import Severity
from passbook_desk.ui.kit.actions import Action, ToggleButton, bind
from passbook_desk.ui.kit.message_bar import MessageBar, Mood
from passbook_desk.ui.pages.households.flow import FlowLayout
from passbook_desk.ui.pages.households.import_fix_list import (
    ORDER,
    FixView,
    cure_words,
    place_words,
    sentence_of,
)
from passbook_desk.ui.pages.households.import_values import ALIKE, BookKind, FixRow, Preview, alike

_CURES_SHOWN: Final = 3
_OPEN, _MUST, _AUTO = range(3)


class FixesStep(QWidget):
    """Signals: `cured(row, number)` for one finding, `all_cured(row, number)` for all of its kind,
    `edited(row, text)`, `undone` for Ctrl+Z, `rejects` to save what does not go in."""

    cured = Signal(object, int)
    all_cured = Signal(object, int)
    edited = Signal(object, str)
    undone = Signal()
    rejects = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._fixes: tuple[FixRow, ...] = ()
        self._preview: Preview | None = None
        self.bar = MessageBar()
        self._counters = [_Counter(mark, role) for mark, role in (("✓", "ok"), ("⚠", "warn"), ("✕", "error"))]
        self._filters = QButtonGroup(self)
        for number in (_OPEN, _MUST, _AUTO):
            self._filters.addButton(ToggleButton(), number)
        self._filters.button(_OPEN).setChecked(True)
        self._filters.idClicked.connect(lambda _number: self._show_rows())
        self.view = FixView()
        self.view.edited.connect(self.edited)
        self.view.cured.connect(lambda row: self.cured.emit(row, 0))
        self.view.stood_on.connect(self._stand_on)
        self._nothing = QLabel()
        self._nothing.setProperty("role", "quiet")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._nothing)
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._edit = self._button(self.tr("改这一格  Enter"), self.view.edit_here)
        self._cures = [
            self._button("", lambda number=number: self._cure(number)) for number in range(_CURES_SHOWN)
        ]
        self._all = self._button("", self._cure_all)
        self._undo = self._button(self.tr("撤回上一步  Ctrl+Z"), self._take_back)
        self._taking_back = False
        self._save = self._button("", self.rejects.emit)
        self._save.setToolTip(self.tr("可以先导入好的；这些行带着原因另存出去，改好再导入。"))
        self._lay_out()
        self._bind()

    def show_preview(self, preview: Preview, may_undo: bool) -> None:
        """Show what a workbook holds; whoever stood on a finding stays there or on the next."""
        first = self._preview is None or self._preview.file_name != preview.file_name
        self._preview = preview
        self._fixes = preview.fixes
        self._undo.setEnabled(may_undo)
        unit = {
            BookKind.ROSTER: self.tr("{count} 户"),
            BookKind.OWNERS: self.tr("{count} 家"),
            BookKind.OPENINGS: self.tr("{count} 个账户"),
        }[preview.kind]
        check, must = preview.count(Severity.CHECK), preview.count(Severity.MUST_FIX)
        self._counters[0].say(self.tr("可导入"), unit.format(count=preview.importable))
        self._counters[1].say(self.tr("请核对"), self.tr("{count} 处").format(count=check))
        self._counters[2].say(self.tr("必须改"), self.tr("{count} 处").format(count=must))
        auto = preview.count(Severity.AUTO)
        self._filters.button(_OPEN).setText(self.tr("全部要看的"))
        self._filters.button(_MUST).setText(self.tr("只看必须改"))
        self._filters.button(_AUTO).setText(self.tr("已整理 {count}").format(count=auto))
        self._save.setVisible(preview.left > 0)
        self._save.setText(self.tr("不导入的 {count} 行另存为 Excel").format(count=preview.left))
        if first:
            self._filters.button(_OPEN).setChecked(True)
        self._say(preview)
        self._show_rows()

    def set_busy(self, busy: bool) -> None:
        """While the roster is planned again, the counters say so."""
        for counter in self._counters:
            counter.set_waiting(busy)

    def _say(self, preview: Preview) -> None:
        self.bar.clear()
        if preview.kind is BookKind.ROSTER and not preview.writes and preview.importable:
            same = self.tr("{count} 户都已存在，更新 0 项，不用导入。")
            self.bar.say(same.format(count=preview.same_households), Mood.OK)
        elif not preview.writes:
            self.bar.say(self.tr("这份表里没有可以导入的内容，请看下面的说明。"), Mood.WARN)
        elif preview.earlier is not None:
            before = self.tr("这份文件已作为第 {number} 批导入过，再导入只补有变化的地方。")
            self.bar.say(before.format(number=preview.earlier.number), Mood.WARN)
        elif preview.kind is BookKind.OWNERS:
            words = self.tr("新增商铺和单位 {owners} 家，网格员和楼栋长 {roles} 人，原有 {same} 条不变。")
            said = words.format(
                owners=preview.new_households, roles=preview.new_people, same=preview.same_households
            )
            self.bar.say(said, Mood.NOTE)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(20)
        for counter in self._counters:
            top.addWidget(counter)
        top.addStretch(1)
        for number in (_OPEN, _MUST, _AUTO):
            top.addWidget(self._filters.button(number))
            top.setSpacing(12)
        acts = FlowLayout(8)
        for button in (*self._cures, self._edit, self._all, self._undo):
            acts.addWidget(button)
        below = QHBoxLayout()
        below.addWidget(self._words, 1)
        below.addWidget(self._save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.bar)
        column.addLayout(top)
        column.addLayout(self._stack, 1)
        column.addLayout(below)
        column.addLayout(acts)

    def _bind(self) -> None:
        """Alt and a digit take a cure; F2 opens the cell as in WPS."""
        keys = [
            Action(f"import.cure{number + 1}", self.tr("用这个办法"), button.click, f"Alt+{number + 1}")
            for number, button in enumerate(self._cures)
        ]
        keys.append(Action("import.cure_all", self.tr("同类都这样办"), self._all.click, "Alt+0"))
        keys.append(Action("import.edit", self.tr("改这一格"), self.view.edit_here, "F2"))
        keys.append(Action("import.undo_fix", self.tr("撤回上一步"), self._undo.click, "Ctrl+Z"))
        bind(self, keys)

    def _show_rows(self) -> None:
        wanted = {
            _OPEN: (Severity.MUST_FIX, Severity.CHECK),
            _MUST: (Severity.MUST_FIX,),
            _AUTO: (Severity.AUTO,),
        }[self._filters.checkedId()]
        rows = [row for row in self._fixes if row.finding.severity in wanted]
        rows.sort(key=lambda row: ORDER.index(row.finding.severity))
        self.view.show_rows(tuple(rows), self._taking_back)
        self._taking_back = False
        self._stack.setCurrentIndex(0 if rows else 1)
        self._nothing.setText(
            self.tr("没有必须改的了。")
            if self._filters.checkedId() == _MUST
            else self.tr("没有要看的地方了。")
        )
        self._stand_on(self.view.row_here())

    def _stand_on(self, row: FixRow | None) -> None:
        """Below the list: the whole sentence, and what can be done about the row stood on."""
        shown = row is not None and self._stack.currentIndex() == 0
        self._words.setText(
            f"{place_words(row.finding)}：{sentence_of(row.finding)}" if row and shown else ""
        )
        cures = row.cures if row is not None and shown else ()
        for number, button in enumerate(self._cures):
            button.setVisible(number < len(cures))
            if number < len(cures):
                button.setText(f"{cure_words(cures[number])}  Alt+{number + 1}")
        self._edit.setVisible(row is not None and shown and row.column is not None)
        alike = self._alike(row) if row is not None and cures else 0
        self._all.setVisible(alike > 1)
        if alike > 1:
            self._all.setText(self.tr("同类 {count} 处都这样办  Alt+0").format(count=alike))

    def _alike(self, row: FixRow) -> int:
        """How many findings of the row's kind its first cure can be used on at once; 0 if each is its own."""
        if row.cures[0].code not in ALIKE:
            return 0
        same = alike(row, 0)
        return sum(1 for one in self._fixes if one.cures and alike(one, 0) == same)

    def _cure(self, number: int) -> None:
        row = self.view.row_here()
        if row is not None and number < len(row.cures):
            self.cured.emit(row, number)

    def _take_back(self) -> None:
        """What comes back is stood on."""
        self._taking_back = True
        self.undone.emit()

    def _cure_all(self) -> None:
        row = self.view.row_here()
        if row is not None and row.cures:
            self.all_cured.emit(row, 0)

    def _button(self, word: str, act: object) -> QPushButton:
        button = QPushButton(word)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: act())  # type: ignore[operator]
        return button


class _Counter(QWidget):
    """A mark, a word and a number."""

    def __init__(self, mark: str, role: str) -> None:
        super().__init__()
        self._mark = mark
        self._word = QLabel()
        self._word.setProperty("role", role)
        self._number = QLabel()
        self._number.setProperty("role", "section")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._word)
        row.addWidget(self._number)

    def say(self, word: str, number: str) -> None:
        """What is counted, and how many."""
        self._word.setText(f"{self._mark} {word}")
        self._number.setText(number)

    def set_waiting(self, waiting: bool) -> None:
        """The number is being counted anew."""
        self._number.setEnabled(not waiting)

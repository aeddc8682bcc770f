from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from passbook_desk.documents.page import Page
from passbook_desk.features.notices.kinds import KINDS
from passbook_desk.features.notices.rules import shown_number
from passbook_desk.features.notices.values import (
    HangNotice,
    NoticeColumn,
    NoticeContent,
    NoticeKind,
    PaperSize,
    ProofChanges,
    Subject,
)
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.errors import Cancelled
from passbook_desk.ui.kit.actions import Action
from passbook_desk.ui.kit.cards import Card
from passbook_desk.ui.kit.dates import day_text
from passbook_desk.ui.kit.message_bar import Mood
from passbook_desk.ui.kit.page_frame import PageFrame
from passbook_desk.ui.kit.ports import FileKind
from passbook_desk.ui.kit.preview import PreviewPanel
from passbook_desk.ui.kit.scrolling import ScrollColumn
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.kit.theme import han_width
from passbook_desk.ui.pages.notices.changes_box import ChangesBox
from passbook_desk.ui.pages.notices.page import RULES
from passbook_desk.ui.pages.notices.wizard_presenter import WizardPresenter
from passbook_desk.ui.pages.notices.wizard_steps import (
    ColumnsStep,
    IssueStep,
    ProofStep,
    StepsList,
    WhatStep,
    WordsStep,
)
from passbook_desk.ui.pages.notices.wizard_values import Step, WizardFacts, with_column, with_subject
from passbook_desk.ui.pages.notices.words import title_text
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools

_SIDE: Final = 18
_WITH_FORM: Final = 20
"""Han characters that the steps beside the sheet are wide."""
_ROOM: Final = 48
VILLAGE: Final = Route("settings", {"section": "village"})
"""Where the village says who it is, how long its notices hang and where."""


class NoticeWizardPage(PageFrame):
    """Making a notice in five steps, the sheet beside them as it will hang.

    Parameters: `kind` (a NoticeKind) and `about` what is made, the newest that waits without it; `step` is
    set while the clerk goes on; `again` is the reason for a new version. A notice that was proofed before is
    opened at its proof.
    """

    topics = frozenset({Topic.NOTICES, Topic.LEDGER, Topic.HOUSEHOLDS, Topic.VILLAGE, Topic.CLAIMS})

    def __init__(self, tools: Tools) -> None:
        super().__init__(QCoreApplication.translate("NoticeWizardPage", "出公示"))
        self._tools = tools
        self._presenter = WizardPresenter(
            tools.desk, self, tools.jobs, tools.clock, tools.fontbook, self.tr("正在排公示…")
        )
        self._facts: WizardFacts | None = None
        self._changes = ProofChanges(None)
        self._issued: NoticeContent | None = None
        self._came_as: tuple[str, ...] = ()
        self._again = ""
        self._first: Step | None = None
        self._wanted: Step | None = None
        self._opening = self._issuing = False
        self._here, self._reached = Step.WHAT, Step.WHAT
        self.steps = StepsList()
        self.what, self.columns, self.words = WhatStep(), ColumnsStep(), WordsStep()
        self.proof, self.issue = ProofStep(), IssueStep(tools.clock)
        self.changes = ChangesBox()
        self.preview = PreviewPanel(tools.fontbook, tools.jobs, tools.dialogs, tools.announcer, two_rows=True)
        self._panes = QStackedWidget()
        self._lay_out()
        self._connect()

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("按 F8 一步一步往下走，Esc 退一步，选好的都留着；右边就是贴出去的样子。"),
            self.tr("第④步出校样，打印出来请管理小组核对。后来又有变动，会先列出来。"),
            self.tr("第⑤步发布，编号和每一行从此固定；贴好了在这里登记张贴。"),
        )

    def enter(self, params: Mapping[str, object]) -> None:
        self.message.clear()
        came_as = tuple(str(params.get(name, "")) for name in ("kind", "about", "again"))
        wanted = params.get("step")
        step = Step(int(str(wanted))) if wanted else None
        if self._first is not None and self._facts is not None and (step or came_as == self._came_as):
            self._turn_to(step or self._first)
            return
        self._came_as, self._again = came_as, came_as[2]
        self._facts, self._issued, self._first = None, None, None
        self._reached, self._wanted, self._opening = Step.WHAT, step, True
        self.set_actions([])
        self.preview.show_pages((), "")
        self._presenter.open(NoticeKind(came_as[0] or NoticeKind.QUARTER), came_as[1])

    def refresh(self, topics: frozenset[Topic]) -> None:
        if self._issued is None and self._first is not None:
            self._presenter.reload()

    def hideEvent(self, event: QHideEvent) -> None:
        """Another page is in front: what is opened next begins anew."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._first, self._opening = None, False

    def show_facts(self, facts: WizardFacts) -> None:
        """What there is to choose; the first time also where to begin."""
        if self._first is None and not self._opening:
            return  # the clerk has gone elsewhere
        self._facts, self._changes = facts, facts.changes
        look = self._presenter.look
        self.what.show_facts(facts, look)
        self.columns.show_facts(facts, look)
        self.words.show_facts(facts)
        self.proof.show_look(look)
        if self._opening:
            self._opening = False
            begun = facts.changes.proof is not None and not self._finished
            self._first = Step.WHAT if self._wanted or not begun else Step.PROOF
            self._say_what_it_is()
            self._turn_to(self._wanted or self._first)
        else:
            self._show_step(self._here)
        if not self._finished:
            self._presenter.draw()

    def show_sheet(self, content: NoticeContent, pages: Sequence[Page]) -> None:
        """The sheet as it will hang."""
        self.preview.show_pages(pages, self._sheet_title(content), checked=True)
        if not self._finished:
            self.message.clear()
        self._show_step(self._here)

    def show_proof(self, changes: ProofChanges) -> None:
        """A proof was made."""
        self._changes = changes
        self._tools.announcer.done(self.tr("校样出好了。打印出来请管理小组核对。"))
        self._show_step(self._here)

    def confirm_issue(self, changes: ProofChanges) -> None:
        """Ask, with what changed since the proof in sight."""
        self._changes = changes
        self._show_step(self._here)
        content = self._presenter.content
        if content is None:
            self._issuing = False
            return
        title = title_text(content.kind, content.about)
        agreed = self._tools.dialogs.confirm(
            self.tr("发布公示"),
            self.tr("发布{title}？发布后不能收回。").format(title=title),
            self.tr("发布"),
            self._what_is_frozen(content, changes),
        )
        self._issuing = agreed
        if agreed:
            self.message.clear()
            self._presenter.issue(self._again)

    def show_issued(self, content: NoticeContent) -> None:
        """A number was given; where it hangs comes next."""
        self._issued, self._issuing = content, False
        self._changes = ProofChanges(None)
        number, title = shown_number(content.number or ""), title_text(content.kind, content.about)
        self._tools.announcer.done(
            self.tr("已发布{title}，编号 {number}。").format(title=title, number=number)
        )
        days = (content.hung_until - content.issued_on).days + 1
        self.issue.form.begin(content.number or "", content.wall_places, days, self._tools.desk.actor().name)
        self._turn_to(Step.ISSUE)

    def show_hung(self, command: HangNotice) -> None:
        """It hangs: its card says what is next."""
        self._tools.announcer.done(
            self.tr("已登记：贴在{place}，到 {day}。").format(
                place=command.place.strip(), day=day_text(command.until_on)
            )
        )
        self._tools.go(Route("notice", {"number": command.number}))

    def show_hanging_refused(self, error: BaseException) -> None:
        """Say in the form why it was not kept."""
        self.issue.form.show_refused(error)

    def show_saved(self, target: Path) -> None:
        """The workbook is written."""
        self._tools.announcer.made(self.tr("已存为 {name}。").format(name=target.name), target)

    def show_problem(self, error: BaseException) -> None:
        """Trouble; a cancelled job needs no word."""
        self._issuing = False
        if not isinstance(error, Cancelled):
            self.message.say(tell(error), Mood.ERROR)

    @property
    def _finished(self) -> bool:
        """Nothing can be made here: it is issued, or there is nothing to make."""
        if self._issued is not None or self._facts is None:
            return True
        chosen = self._facts.chosen
        return chosen is None or bool(chosen.issued and not self._again)

    @property
    def _current(self) -> bool:
        """Whether somebody has looked at exactly this sheet as a proof."""
        proof, content = self._changes.proof, self._presenter.content
        same = proof is not None and content is not None and content.look == proof.look
        return same and not self._changes.any

    def _lay_out(self) -> None:
        for panel in (self.what, self.columns, self.words, self.proof, self.issue):
            scroll = ScrollColumn()
            scroll.column.addWidget(panel)
            self._panes.addWidget(scroll)
        self._side = Card()
        self._side.body.addWidget(self.steps)
        self._side.body.addSpacing(4)
        self._side.body.addWidget(self._panes, 1)
        sheet = QVBoxLayout()
        sheet.setSpacing(8)
        sheet.addWidget(self.changes)
        sheet.addWidget(self.preview, 1)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._side)
        row.addLayout(sheet, 1)
        self.body.addLayout(row, 1)

        self._places: dict[Step, QWidget] = {
            Step.WHAT: self.what.abouts,
            Step.COLUMNS: self.columns.columns[NoticeColumn.OPENING],
            Step.WORDS: self.preview,
            Step.PROOF: self.proof.paper,
            Step.ISSUE: self.preview,
        }

    def _connect(self) -> None:
        self.steps.chosen.connect(self._go)
        self.what.kind_chosen.connect(lambda kind: self._begin(kind, ""))
        self.what.about_chosen.connect(
            lambda about: self._begin(NoticeKind(self.what.kinds.currentData()), about)
        )
        self.what.subject_ticked.connect(self._tick_subject)
        self.columns.ticked.connect(self._tick_column)
        self.proof.paper_chosen.connect(self._choose_paper)
        for step in (self.columns, self.words):
            step.rules_wanted.connect(lambda: self._tools.go(RULES))
        self.words.village_wanted.connect(lambda: self._tools.go(VILLAGE))
        self.issue.form.submitted.connect(self._presenter.hang)

    def _begin(self, kind: NoticeKind, about: str) -> None:
        """Another notice was chosen."""
        self._again, self._reached, self._here = "", Step.WHAT, Step.WHAT
        self._wanted, self._opening = Step.WHAT, True
        self.message.clear()
        self._presenter.open(kind, about)

    def _tick_subject(self, subject: Subject, wanted: bool) -> None:
        look = self._presenter.look
        if look is not None:
            look = with_subject(look, subject, wanted)
            self.what.show_look(look)
            self._presenter.choose(look)

    def _tick_column(self, column: NoticeColumn, wanted: bool) -> None:
        look = self._presenter.look
        if look is not None:
            self._presenter.choose(with_column(look, column, wanted))

    def _choose_paper(self, paper: PaperSize, landscape: bool, size: float) -> None:
        look = self._presenter.look
        if look is not None:
            self._presenter.choose(replace(look, paper=paper, landscape=landscape, size=size))

    def _turn_to(self, step: Step) -> None:
        """Show a step and stand in it."""
        self._show_step(step)
        if not self.isVisible():
            return
        if self._issued is not None and step is Step.ISSUE:
            self.issue.form.panel.begin()
        else:
            self._places[step].setFocus()

    def _show_step(self, step: Step) -> None:
        self._here, self._reached = step, max(step, self._reached)
        self.steps.show_steps(step, self._reached)
        self._panes.setCurrentIndex(step - 1)
        characters = _SIDE if self._issued is None else _WITH_FORM
        self._side.setFixedWidth(han_width(self, characters) + _ROOM)
        content = self._presenter.content
        self.proof.show_proof(self._changes, self._current)
        if self._issued is not None:
            self.issue.show_issued(self._issued)
        elif self._facts is not None and self._facts.chosen is not None and content is not None:
            self._tell_issue(self._facts, content)
        if self._changes.any:
            self.changes.show_changes(self._changes)
        self.changes.setVisible(self._changes.any and step >= Step.PROOF)
        for panel in (self.what, self.columns, self.proof):
            panel.setEnabled(self._issued is None)
        title = self._facts.chosen if self._facts is not None else None
        if title is not None:
            self.set_title(self.tr("出公示　{title}").format(title=title_text(title.kind, title.about)))
        self._offer_acts()

    def _tell_issue(self, facts: WizardFacts, content: NoticeContent) -> None:
        title = title_text(content.kind, content.about)
        if facts.chosen is not None and facts.chosen.over:
            self.issue.show_draft(content, title)
        else:
            self.issue.show_running(title, day_text(content.last_on))

    def _say_what_it_is(self) -> None:
        """Why nothing can be made here."""
        chosen = self._facts.chosen if self._facts is not None else None
        if chosen is None:
            self.message.say(self.tr("现在没有可以公示的，请在左边换一种。"), Mood.NOTE)
        elif self._finished:
            words = self.tr("{title}已发布（{number}）。要重出，请打开它换新版。")
            self.message.say(
                words.format(title=title_text(chosen.kind, chosen.about), number=shown_number(chosen.issued)),
                Mood.NOTE,
                self.tr("打开"),
                partial(self._tools.go, Route("notice", {"number": chosen.issued})),
            )

    def _offer_acts(self) -> None:
        acts = []
        if self._presenter.content is not None:
            acts.append(Action("notices.excel", self.tr("存为 Excel"), self._save_workbook))
        self.set_actions([*acts, *self._main_acts()])

    def _main_acts(self) -> list[Action]:
        if self._issued is not None:
            hang = Action("notice.hang", self.tr("登记张贴"), self.issue.form.submit, "F8", primary=True)
            return [hang] if self._here is Step.ISSUE else []
        if self._finished or self._facts is None or self._facts.chosen is None:
            return []
        if self._here is Step.ISSUE:
            issue = Action("notice.issue", self.tr("发布"), self._ask_issue, "F8", primary=True)
            return [issue] if self._facts.chosen.over else []
        on, proofed = partial(self._go, Step(self._here + 1)), self._changes.proof is not None
        if self._here is not Step.PROOF:
            return [Action("wizard.next", self.tr("下一步"), on, "F8", primary=True)]
        word = self.tr("重出校样") if proofed else self.tr("出校样")
        if self._current:
            return [
                Action("notice.proof", word, self._presenter.make_proof),
                Action("wizard.next", self.tr("下一步"), on, "F8", primary=True),
            ]
        acts = [Action("notice.proof", word, self._presenter.make_proof, "F8", primary=True)]
        return [Action("wizard.next", self.tr("下一步"), on), *acts] if proofed else acts

    def _ask_issue(self) -> None:
        """Once, however often the key is pressed."""
        if not self._issuing:
            self._issuing = True
            self._presenter.ask_issue()

    def _go(self, step: Step) -> None:
        """Each step is a place of its own, so that Esc goes one back."""
        facts = self._facts
        if facts is None:
            return
        about = facts.chosen.about if facts.chosen is not None else ""
        params = {"kind": facts.kind.value, "about": about, "step": int(step)}
        self._tools.go(Route("notice_wizard", params | ({"again": self._again} if self._again else {})))

    def _what_is_frozen(self, content: NoticeContent, changes: ProofChanges) -> str:
        said = []
        if changes.entries:
            words = self.tr("比校样多 {count} 笔，照现在的数发布。")
            said.append(words.format(count=len(changes.entries)))
        elif changes.other:
            said.append(self.tr("和校样不一样，照现在的样子发布。"))
        elif changes.proof is None:
            said.append(self.tr("还没有出过校样。"))
        said.append(self.tr("编号、{rows} 行和每个数从此固定，再打都一样。").format(rows=content.rows))
        if KINDS[content.kind].of_points:
            words = self.tr("{last} 及以前的日子关账：以后补记、冲销的分算进下一期。")
            said.append(words.format(last=day_text(content.last_on)))
        if content.claims:
            words = self.tr("公示中的 {count} 笔，归档时才记进存折。")
            said.append(words.format(count=len(content.claims)))
        return "\n".join(said)

    def _sheet_title(self, content: NoticeContent) -> str:
        title = title_text(content.kind, content.about)
        return self.tr("{title}校样").format(title=title) if content.proof else title

    def _save_workbook(self) -> None:
        content = self._presenter.content
        if content is None:
            return
        kind = FileKind(self.tr("Excel 表格"), ("*.xlsx",))
        name = f"{self._sheet_title(content)}.xlsx"
        target = self._tools.dialogs.pick_save(self.tr("存为 Excel"), name, kind)
        if target is not None:
            self._presenter.save_workbook(target, self.tr("正在存为 Excel…"))

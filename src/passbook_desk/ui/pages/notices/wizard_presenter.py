from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol

from passbook_desk.documents.fonts import FontBook
from passbook_desk.documents.measure import Measure
from passbook_desk.documents.page import Page
from passbook_desk.documents.xlsx_pen import write_xlsx
from passbook_desk.features.notices.choosing import next_one, postables
from passbook_desk.features.notices.commands import issue_notice, make_proof
from passbook_desk.features.notices.drafting import look_for, notice_draft
from passbook_desk.features.notices.hanging import hang_notice
from passbook_desk.features.notices.paper import notice_pages, texts_of
from passbook_desk.features.notices.queries import changes_since_proof
from passbook_desk.features.notices.rules import checked_look
from passbook_desk.features.notices.sheets import notice_workbook
from passbook_desk.features.notices.values import (
    HangNotice,
    IssueNotice,
    MakeProof,
    NoticeContent,
    NoticeKind,
    NoticeLook,
    ProofChanges,
)
from passbook_desk.features.village.queries import policy, village
from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.jobs import Jobs, Progress
from passbook_desk.ui.kit.ports import Desk
from passbook_desk.ui.pages.notices.wizard_values import WizardFacts


class WizardView(Protocol):
    def show_facts(self, facts: WizardFacts) -> None: ...
    def show_sheet(self, content: NoticeContent, pages: Sequence[Page]) -> None: ...
    def show_proof(self, changes: ProofChanges) -> None: ...
    def confirm_issue(self, changes: ProofChanges) -> None: ...
    def show_issued(self, content: NoticeContent) -> None: ...
    def show_hung(self, command: HangNotice) -> None: ...
    def show_hanging_refused(self, error: BaseException) -> None: ...
    def show_saved(self, target: Path) -> None: ...
    def show_problem(self, error: BaseException) -> None: ...


class WizardPresenter:
    """Makes one notice: looks at it, proofs it, issues it, hangs it.

    What the clerk chose of its look is kept for each notice as long as the program runs. `drawing` is said
    while pages are laid out.
    """

    def __init__(
        self, desk: Desk, view: WizardView, jobs: Jobs, clock: Clock, fontbook: FontBook, drawing: str
    ) -> None:
        self._desk, self._view, self._jobs, self._clock = desk, view, jobs, clock
        self._fontbook, self._measure, self._drawing = fontbook, Measure(fontbook), drawing
        self._looks: dict[tuple[NoticeKind, str], NoticeLook] = {}
        self._facts: WizardFacts | None = None
        self._content: NoticeContent | None = None
        self._asked = self._readings = 0
        self._under_way = self._again = False
        self._proof_uid = new_uid()

    @property
    def look(self) -> NoticeLook | None:
        """How the notice is to look; None where there is nothing to make."""
        facts = self._facts
        if facts is None or facts.chosen is None:
            return None
        kept = self._looks.get((facts.kind, facts.chosen.about), facts.look)
        if kept is None:
            return None
        return replace(kept, names=facts.village.wall_names, deductions=facts.policy.wall_deductions)

    @property
    def content(self) -> NoticeContent | None:
        """The sheet shown last."""
        return self._content

    def open(self, kind: NoticeKind, about: str) -> None:
        """Show what the village says of a notice; without `about` of the one that comes next."""
        self._forget()
        self._content = None
        self._read(kind, about)

    def reload(self) -> None:
        """The village changed: what is chosen stays."""
        if self._facts is not None:
            chosen = self._facts.chosen
            self._read(self._facts.kind, chosen.about if chosen is not None else "")

    def choose(self, look: NoticeLook) -> None:
        """Let the sheet look like this."""
        facts = self._facts
        if facts is not None and facts.chosen is not None:
            self._looks[facts.kind, facts.chosen.about] = look
            self.draw()

    def draw(self) -> None:
        """Draw the sheet as the village stands now; while one is being drawn only the last wish counts."""
        facts, look = self._facts, self.look
        if facts is None or facts.chosen is None:
            return
        self._asked += 1
        if self._under_way:
            self._again = True
            return
        kind, about, asked = facts.kind, facts.chosen.about, self._asked
        self._under_way = True
        self._jobs.desk(
            lambda: self._desk.ask(lambda scope: notice_draft(scope, kind, about, look)),
            lambda content: self._press(content, asked),
            self._stopped,
        )

    def make_proof(self) -> None:
        """Make a proof of the look chosen and remember that it was looked at."""
        facts = self._facts
        if facts is None or facts.chosen is None:
            return
        command = MakeProof(facts.kind, facts.chosen.about, self.look, self._proof_uid)

        def done(made: tuple[NoticeContent, ProofChanges]) -> None:
            self._proof_uid = new_uid()
            content, changes = made
            self._view.show_proof(changes)
            self._press(content, self._forget())

        def make() -> tuple[NoticeContent, ProofChanges]:
            content = self._desk.do(lambda tx: make_proof(tx, command))
            return content, self._changes(command.kind, command.about)

        self._jobs.desk(make, done, self._view.show_problem)

    def ask_issue(self) -> None:
        """See what changed since the proof, so that the clerk is asked with it in sight."""
        facts = self._facts
        if facts is not None and facts.chosen is not None:
            kind, about = facts.kind, facts.chosen.about
            self._jobs.desk(
                lambda: self._changes(kind, about), self._view.confirm_issue, self._view.show_problem
            )

    def issue(self, again: str) -> None:
        """Issue the notice with the look chosen; ask the clerk before."""
        facts = self._facts
        if facts is None or facts.chosen is None:
            return
        command = IssueNotice(facts.kind, facts.chosen.about, self.look, again)

        def done(content: NoticeContent) -> None:
            self._view.show_issued(content)
            self._press(content, self._forget())

        self._jobs.desk(
            lambda: self._desk.do(lambda tx: issue_notice(tx, command)), done, self._view.show_problem
        )

    def hang(self, command: HangNotice) -> None:
        """Remember where the notice hangs."""
        self._jobs.desk(
            lambda: self._desk.do(lambda tx: hang_notice(tx, command)),
            lambda _: self._view.show_hung(command),
            self._view.show_hanging_refused,
        )

    def save_workbook(self, target: Path, label: str) -> None:
        """Write the sheet looked at as a workbook with the same figures."""
        content, created = self._content, self._clock.now()
        if content is None:
            return

        def write(_: Progress) -> Path:
            write_xlsx(notice_workbook(content), target, created)
            return target

        self._jobs.press(write, self._view.show_saved, self._view.show_problem, label)

    def _read(self, kind: NoticeKind, about: str) -> None:
        self._readings += 1
        reading = self._readings

        def found(facts: WizardFacts) -> None:
            if reading == self._readings:
                self._facts = facts
                self._view.show_facts(facts)

        self._jobs.desk(
            lambda: self._desk.ask(lambda scope: _facts(scope, kind, about)),
            found,
            self._view.show_problem,
        )

    def _changes(self, kind: NoticeKind, about: str) -> ProofChanges:
        return self._desk.ask(lambda scope: changes_since_proof(scope, kind, about))

    def _forget(self) -> int:
        """What is being drawn is not shown any more; the number of what is drawn next."""
        self._asked, self._again = self._asked + 1, False
        return self._asked

    def _press(self, content: NoticeContent, asked: int) -> None:
        self._jobs.press(
            lambda progress: self._drawn(content, progress),
            lambda pages: self._show(asked, content, pages),
            self._stopped,
            self._drawing,
        )

    def _drawn(self, content: NoticeContent, progress: Progress) -> tuple[Page, ...]:
        self._fontbook.check(texts_of(content))
        progress.check()
        return notice_pages(content, self._measure)

    def _show(self, asked: int, content: NoticeContent, pages: Sequence[Page]) -> None:
        self._under_way = False
        if asked == self._asked:
            self._content = content
            self._view.show_sheet(content, pages)
        if self._again:
            self._again = False
            self.draw()

    def _stopped(self, error: BaseException) -> None:
        self._under_way = self._again = False
        self._view.show_problem(error)


def _facts(scope: Any, kind: NoticeKind, about: str) -> WizardFacts:
    choices = postables(scope, kind)
    chosen = next((each for each in choices if each.about == about), None) or next_one(choices)
    here, decided = village(scope), policy(scope)
    look, changes = None, ProofChanges(None)
    if chosen is not None:
        before = look_for(scope, kind, chosen.about)
        now = replace(before, names=here.wall_names, deductions=decided.wall_deductions)
        look = checked_look(now, decided)
        changes = changes_since_proof(scope, kind, chosen.about)
    return WizardFacts(kind, choices, chosen, look, changes, here, decided)

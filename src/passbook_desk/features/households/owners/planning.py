"""The dry run of lists of owners and roles, and the report of what it does."""

from dataclasses import dataclass, field

from passbook_desk.db.store import Scope
from passbook_desk.features.households.owners.lists import OwnerLists, read_owner_lists
from passbook_desk.features.households.owners.plan_values import NewOwner, NewRole, OwnerReport
from passbook_desk.features.households.owners.steps import OwnerSteps, owner_steps
from passbook_desk.features.households.owners.values import OrganizationKind
from passbook_desk.features.households.secrets import LookupKey
from passbook_desk.features.intake.choices import Choices
from passbook_desk.features.intake.reading import WorkbookRows


@dataclass(frozen=True, slots=True)
class OwnerPlan:
    """Lists of owners and roles, read and compared with the file."""

    workbook: WorkbookRows
    lists: OwnerLists
    choices: Choices
    report: OwnerReport
    key: LookupKey = field(repr=False)


def plan_owners(
    scope: Scope, workbook: WorkbookRows, key: LookupKey, choices: Choices | None = None
) -> OwnerPlan:
    """Read the sheets of shops, units, grid workers and building leaders and compare them with the file.

    Writes nothing. `choices.people` says whom an owner's row means where the report asks. Raises
    NoHeaderFound when no sheet is such a list.
    """
    chosen = choices or Choices()
    lists = read_owner_lists(workbook, chosen, scope.today)
    steps = owner_steps(scope, lists, chosen, key)
    return OwnerPlan(workbook, lists, chosen, owner_report(lists, steps), key)


def owner_report(lists: OwnerLists, steps: OwnerSteps) -> OwnerReport:
    """What importing compared lists does."""
    shops = [step for step in steps.organizations if step.said.kind is OrganizationKind.SHOP]
    strangers = {(each.sheet, each.row) for each in steps.findings if each.kind == "owner_not_resident"}
    changed = [*(step.changes for step in steps.organizations), *(role.changes for role in steps.roles)]
    same_owners = sum(1 for step in steps.organizations if step.row is not None and not step.changes)
    same_roles = sum(1 for step in steps.roles if step.held is not None and not step.changes)
    findings = sorted((*lists.findings, *steps.findings), key=lambda each: (each.sheet, each.row))
    order = {table.sheet: place for place, (_, table) in enumerate(lists.tables)}
    return OwnerReport(
        shops=len(shops),
        units=len(steps.organizations) - len(shops),
        roles=len(steps.roles),
        party_owners=sum(
            1 for step in shops if step.owner is not None and step.owner.id in steps.known.party
        ),
        plaques=sum(1 for step in shops if step.said.plaque),
        owner_not_resident=tuple(
            step.said.name for step in shops if (step.said.sheet, step.said.row) in strangers
        ),
        closed=tuple(step.said.name for step in steps.organizations if step.said.closed),
        findings=tuple(sorted(findings, key=lambda each: order[each.sheet])),
        new_owners=tuple(
            NewOwner(
                step.said.kind,
                step.said.name,
                step.said.owner if step.owner is None else step.owner.name,
                step.owner is not None,
                not step.said.closed,
            )
            for step in steps.organizations
            if step.row is None
        ),
        new_roles=tuple(
            NewRole(
                step.said.role,
                step.said.building if step.place is None else step.place.name,
                step.said.name,
                step.person is not None,
            )
            for step in steps.roles
            if step.held is None
        ),
        changes=tuple(change for changes in changed for change in changes),
        same=same_owners + same_roles,
    )

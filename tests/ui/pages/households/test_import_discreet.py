"""What the import wizard shows beside names may be read by whoever stands at the desk."""

from pathlib import Path

from builders.rosters import reread, save_roster, three_households
from builders.village import new_village
from passbook_desk.features.households.roster.planning import plan_roster
from passbook_desk.ui.pages.households.import_show import roster_preview


def test_samples_show_how_people_live_but_none_of_their_tags(tmp_path: Path) -> None:
    village = new_village(tmp_path)
    path = save_roster(tmp_path / "花名册.xlsx", three_households())
    with village.read() as scope:
        plan = plan_roster(scope, reread(path), village.key)
        preview = roster_preview(plan, None, ())
    assert plan.roster.households[0].people[1].tags == ("低保", "残疾")
    shown = [fact for house in preview.samples for one in house.members for fact in one.facts]
    assert any("常住" in fact for fact in shown)
    assert not any("低保" in fact or "残疾" in fact for fact in shown)
    village.store.close()

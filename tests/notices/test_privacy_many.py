"""Nothing that was typed about a resident reaches a wall, whatever the field it was typed into."""

import random
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from privacy_campaign import ABOUT, Wall, campaign, printed, strings_of, wall
from privacy_secrets import OFFICE_PHONE, PRIVATE, TAGS, Secrets, told

from builders.notices import content, line, part
from builders.paper import measure
from passbook_desk.features.notices.drafting import notice_draft
from passbook_desk.features.notices.paper import notice_pages
from passbook_desk.features.notices.values import NoticeContent, NoticeKind, PartKind
from passbook_desk.features.village.values import WallNames

FIXED_SEED = 20260701
FRESH_SEED = random.SystemRandom().randrange(10**9)
RESIDENTS, A_VILLAGE = 510, 170
"""Half a tenth of the whole campaign for each seed, one village for each way to show names."""


@pytest.mark.parametrize("seed", [FIXED_SEED, FRESH_SEED], ids=["fixed-seed", "fresh-seed"])
def test_no_secret_of_a_resident_reaches_any_wall(
    seed: int, record_property: Callable[[str, object], None]
) -> None:
    done = campaign(RESIDENTS, seed, A_VILLAGE)
    record_property("drawn", dict(done))
    assert done["residents"] >= RESIDENTS
    assert done["secrets"] > 10 * RESIDENTS
    assert all(done[f"{kind.value} {names.value}"] for kind in NoticeKind for names in WallNames)
    assert all(done[kind.value] for kind in PartKind)


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Wall]:
    """A small village in whose every text there are secrets."""
    with wall(tmp_path_factory.mktemp("wall"), random.Random(FIXED_SEED), 24, WallNames.FULL) as found:
        yield found


def test_the_secrets_are_in_the_village_where_the_clerk_works(lived: Wall) -> None:
    with lived.village.read() as scope:
        tables = scope.session.connection().exec_driver_sql(
            "SELECT group_concat(name, '') FROM person UNION ALL SELECT group_concat(memo, '') FROM line_note"
            " UNION ALL SELECT group_concat(matter, '') FROM rite_event"
            " UNION ALL SELECT group_concat(words || who || evidence, '') FROM objection"
            " UNION ALL SELECT wall_places || issuer FROM village"
            " UNION ALL SELECT group_concat(name, '') FROM place"
            " UNION ALL SELECT group_concat(collector || relation || paper_ref, '') FROM slip"
        )
        kept = [str(text) for (text,) in tables]
    assert len(kept) == 7
    for text in kept:
        assert told([text], lived.secrets), text


PLANTED = {
    "an ID": "140108196503129018",
    "an ID with X": "14010819650312901X",
    "an ID in groups": "140108 19650312 9018",
    "an ID in wide digits": "１４０１０８１９６５０３１２９０１８",
    "an ID of 15 digits": "140108650312901",
    "a mobile": "13912345678",
    "a mobile in groups": "139 1234 5678",
    "a mobile with dashes": "139-1234-5678",
    "a mobile in Han digits": "一三九一二三四五六七八",
    "a landline": "0351-6550199",
    "a landline without its area": "6550199",
    "a card": "6228480402564890018",
    "a card in groups": "6228 4804 0256 4890",
    "what has no business here": PRIVATE,
    "a word of hardship": TAGS[0],
    "a longer one": TAGS[-3],
}


def with_it(secret: str) -> tuple[NoticeContent, ...]:
    """Sheets that tell a secret: as a name, in a rule of the village, in a table below."""
    plain = content(line(1), line(2))
    words = replace(plain.words, rules=(f"一、有事问 {secret}，随时都可以。" * 3,))
    row = ("〔2026〕第1号", "37", "03002", "王*国", f"听说{secret}", "-2")
    return (
        content(line(1, shown_name=secret), line(2)),
        replace(plain, words=words),
        content(line(1), parts=(part(2, rows=(row,)),)),
    )


@pytest.mark.parametrize("secret", PLANTED.values(), ids=PLANTED)
def test_the_eye_sees_a_planted_secret_on_paper_in_a_workbook_and_read_aloud(
    secret: str, tmp_path: Path
) -> None:
    secrets = Secrets(random.Random(1))
    for sheet in with_it(secret):
        seen = told(printed(sheet, tmp_path), secrets, [sheet.head_code])
        assert seen, secret


@pytest.mark.parametrize("tag", TAGS)
def test_the_eye_knows_every_word_of_hardship(tag: str) -> None:
    assert told([f"12 01003 王*国{tag} 10 5"], Secrets(random.Random(1)))


@pytest.mark.parametrize("kind", ["id_number", "mobile", "landline", "card"])
def test_the_eye_finds_what_it_knows_in_every_spelling(kind: str) -> None:
    secrets = Secrets(random.Random(FRESH_SEED))
    for _ in range(500):
        number = getattr(secrets, kind)()
        spelled = secrets.spell(number)
        assert told([f"李秀英 {spelled}。"], secrets), spelled


def test_the_eye_sees_nothing_on_a_sheet_that_tells_nothing(tmp_path: Path) -> None:
    sheet = content(line(1), line(2), parts=(part(3),))
    books = [each.account_number for each in sheet.lines]
    assert told(printed(sheet, tmp_path), Secrets(random.Random(1)), [sheet.head_code, *books]) == []
    assert OFFICE_PHONE in "".join(printed(sheet, tmp_path))


def test_without_its_mask_the_same_village_would_tell(lived: Wall, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("wall_text", "wall_place"):
        monkeypatch.setattr(f"passbook_desk.features.notices.drafting.{name}", lambda text: text)
    with lived.village.read() as scope:
        bare = notice_draft(scope, NoticeKind.EVENTS, ABOUT[NoticeKind.EVENTS])
    assert told(strings_of(notice_pages(bare, measure())), lived.secrets)

"""create, verify, backup, restore."""

from contextlib import suppress
from pathlib import Path

from passbook_desk.app.commands.answers import Answer, Context, Json
from passbook_desk.app.keeping import back_up, restore_village
from passbook_desk.app.verify import check_copy
from passbook_desk.app.village_file import create_village, shipped_scripts
from passbook_desk.app.witness import start_anew
from passbook_desk.db.errors import NotAVillageFile
from passbook_desk.db.migrate import read_stamp
from passbook_desk.features.ledger.queries import last_anchor
from passbook_desk.features.ledger.values import AnchorKind
from passbook_desk.features.safekeeping.backups import unpacked
from passbook_desk.features.safekeeping.values import Facts
from passbook_desk.features.village.values import FoundVillage
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.errors import FaultFound
from passbook_desk.kernel.settings import remember_village


def create(context: Context) -> Answer:
    """Make a new village file."""
    given = context.arguments
    path = Path(given.file)
    founding = FoundVillage(
        name=given.name,
        code=given.code,
        township=given.township,
        year=given.year or context.clock.today().year,
        clerk=given.clerk,
        objection_phone=given.phone or "",
    )
    create_village(path, founding, context.clock)
    remember_village(context.places.settings, path)
    return Answer((f"已建立{given.name}：{path}",), {"file": str(path), "village": given.name})


def verify(context: Context) -> Answer:
    """Check the whole file; with --deep the latest backup as well, as if it were restored."""
    with context.desk() as desk:
        facts = desk.verify()
        last = desk.ask(lambda scope: last_anchor(scope, AnchorKind.BACKUP))
    lines = [
        f"核对无误：{facts.households} 户，{facts.accounts} 个账户，{facts.line_seq} 笔，"
        f"校验码 {facts.head_code}",
    ]
    backup_of = "" if last is None else last.reference
    if context.arguments.deep:
        lines.append(_drill(context, backup_of))
    return Answer(tuple(lines), {**facts_as_json(facts), "backup": backup_of})


def _drill(context: Context, reference: str) -> str:
    """Open and check the latest backup where it was made; raises what is wrong with it."""
    if not reference:
        return "还没有备份。请先做一份。"
    backup_file = Path(reference)
    if not backup_file.exists():
        return f"最近的备份不在原处：{backup_file}。U 盘请插上再核对。"
    with unpacked(backup_file, lambda copy: check_copy(copy, shipped_scripts(), context.clock)) as found:
        lines = found[2].facts.line_seq
    return f"最近的备份能恢复，到第 {lines} 行：{backup_file}"


def backup(context: Context) -> Answer:
    """Write a verified backup."""
    with context.desk() as desk:
        made, manifest = back_up(desk, Path(context.arguments.to))
    return Answer(
        (
            f"备份已做好并核对过：{made}",
            "备份没有加密，里面有身份证号和电话，请妥善保管。",
        ),
        {"file": str(made), "encrypted": manifest.encrypted, **facts_as_json(manifest.facts)},
    )


def restore(context: Context) -> Answer:
    """Bring a verified backup into the village file, which may be missing or damaged."""
    path = context.village_path()
    _ask_leave(context, path)
    done = restore_village(path, Path(context.arguments.source), context.clock)
    start_anew(context.places, path, context.clock)
    remember_village(context.places.settings, path)
    lines = [
        f"已恢复{done.facts.village_name}：{done.facts.households} 户，{done.facts.line_seq} 笔，到 {path}"
    ]
    if done.safety_copy is not None:
        lines.append(f"恢复前的样子存在 {done.safety_copy}")
    if done.quarantined is not None:
        lines.append(f"打不开的旧文件移到了 {done.quarantined}")
    doubts = done.doubts
    if doubts.books:
        lines.append(
            f"有 {doubts.books} 本存折可能比账上多打了几行，登折前先看折：book state --set，或 book trust"
        )
    if doubts.unknown:
        lines.append(f"备份以后发的存折账上没有了，请按旧折接手：{'、'.join(doubts.unknown)}")
    data: dict[str, Json] = {"books_in_doubt": doubts.books, "books_unknown": list(doubts.unknown)}
    return Answer(tuple(lines), {"file": str(path), **facts_as_json(done.facts), **data})


def _ask_leave(context: Context, path: Path) -> None:
    """Who replaces a village that can be opened must be allowed to; a missing or damaged one needs nobody."""
    if not path.exists():
        return
    with suppress(FaultFound, NotAVillageFile):
        read_stamp(path)  # so that nothing is locked that is no village
        with context.desk() as desk:
            desk.require(Act.RESTORE)


def facts_as_json(facts: Facts) -> dict[str, str | int]:
    """What a file holds, for scripts."""
    return {
        "village": facts.village_name,
        "code": facts.village_code,
        "households": facts.households,
        "residents": facts.residents,
        "accounts": facts.accounts,
        "lines": facts.line_seq,
        "head_code": facts.head_code,
        "points_sum": facts.points_sum,
    }

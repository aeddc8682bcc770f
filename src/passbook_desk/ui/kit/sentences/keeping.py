"""Sentences of backup, restore, start and the command line."""

from typing import Final

from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP

SENTENCES: Final = {
    "safekeeping.backup-exists": QT_TRANSLATE_NOOP(
        "Sentences", "{path} 已经有了，旧备份不会被盖掉。请换个文件名，或只给文件夹。"
    ),
    "safekeeping.target-not-writable": QT_TRANSLATE_NOOP(
        "Sentences", "备份写不进“{path}”，请看 U 盘有没有插好，再试一次。"
    ),
    "safekeeping.backup-missing": QT_TRANSLATE_NOOP("Sentences", "找不到备份“{path}”，请再选一次。"),
    "safekeeping.not-a-backup": QT_TRANSLATE_NOOP("Sentences", "“{path}”不是本程序的备份，请选 .pbd 文件。"),
    "safekeeping.backup-damaged": QT_TRANSLATE_NOOP(
        "Sentences", "备份“{path}”已损坏，什么都没有动，请用另一份。"
    ),
    "safekeeping.another-village": QT_TRANSLATE_NOOP(
        "Sentences", "这是{backup_village}的备份，现在打开的是{village}，没有恢复。"
    ),
    "app.home-not-shown": QT_TRANSLATE_NOOP(
        "Sentences", "窗口没有打开到首页，请运行 passbook-desk doctor 看看缺什么。"
    ),
    "app.one-file-twice": QT_TRANSLATE_NOOP(
        "Sentences", "“{path}”写了两次，会互相盖掉，什么也没做，请另起一个文件名。"
    ),
    "app.no-village-yet": QT_TRANSLATE_NOOP(
        "Sentences", "还没有打开过村的文件，请用 --village 指定，或先建村。"
    ),
    "app.selftest-failed": QT_TRANSLATE_NOOP("Sentences", "写出的内容读回来不一致，请重新安装程序。"),
}

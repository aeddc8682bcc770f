"""Sentences for households and for bringing workbooks in."""

from collections.abc import Mapping
from types import MappingProxyType

from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP

_TROUBLE = {
    "intake.workbook-missing": QT_TRANSLATE_NOOP("Sentences", "找不到表格“{path}”，请看看是否移走或改了名。"),
    "intake.workbook-not-readable": QT_TRANSLATE_NOOP(
        "Sentences", "“{path}”读不了，可能正在 WPS 或 Excel 里打开，请先关掉它再试。"
    ),
    "intake.not-a-workbook": QT_TRANSLATE_NOOP(
        "Sentences", "“{file}”不是 Excel 表格，也不是 CSV，请在 WPS 里另存为 .xlsx 再导入。"
    ),
    "intake.workbook-protected": QT_TRANSLATE_NOOP(
        "Sentences", "“{file}”有打开密码，请输入密码再读，或在 WPS 或 Excel 里去掉密码另存一份。"
    ),
    "intake.wrong-workbook-password": QT_TRANSLATE_NOOP(
        "Sentences", "密码不对，“{file}”没有打开，什么也没有导入。请看清大小写再输一次。"
    ),
    "intake.lock-file-chosen": QT_TRANSLATE_NOOP(
        "Sentences", "“{file}”是表格打开时留下的临时文件，请选同一文件夹里的“{meant}”。"
    ),
    "intake.workbook-too-large": QT_TRANSLATE_NOOP(
        "Sentences", "“{file} {sheet}”太大，一张表最多 {rows} 行、{columns} 列，请分成几份再导入。"
    ),
    "intake.workbook-unreadable": QT_TRANSLATE_NOOP(
        "Sentences", "“{file}”已损坏，读不出来，请用 WPS 或 Excel 打开后另存一份再试。"
    ),
    "intake.workbook-empty": QT_TRANSLATE_NOOP("Sentences", "“{file}”里什么也没有，请看看是不是选错了文件。"),
    "intake.no-such-sheet": QT_TRANSLATE_NOOP(
        "Sentences", "“{file}”里没有工作表“{sheet}”，只有：{sheets}。请另选。"
    ),
    "intake.no-header-found": QT_TRANSLATE_NOOP(
        "Sentences", "“{file} {sheet}”里找不到表头，缺这些列：{missing}。请补上列名再导入。"
    ),
    "intake.unknown-batch": QT_TRANSLATE_NOOP("Sentences", "没有第 {number} 号导入，请核对编号。"),
    "intake.batch-broken": QT_TRANSLATE_NOOP(
        "Sentences", "第 {batch} 次导入的记录被改过，撤销不再可靠，请用备份核对。"
    ),
    "intake.batch-already-undone": QT_TRANSLATE_NOOP(
        "Sentences", "第 {number} 号导入已经撤销过了，不用再撤。"
    ),
    "intake.batch-too-old": QT_TRANSLATE_NOOP(
        "Sentences", "第 {number} 批导入已满 {days} 天，不能整批撤销，请逐户更正。"
    ),
    "households.unknown-household": QT_TRANSLATE_NOOP("Sentences", "没有户编号“{text}”，请核对。"),
    "households.unknown-grid": QT_TRANSLATE_NOOP("Sentences", "没有网格“{text}”，请核对网格编码。"),
}

_ROWS_AND_PLACES = {
    "finding.text_too_long": QT_TRANSLATE_NOOP("Sentences", "这一格的文字超过 2000 字，没有导入，请改短。"),
    "finding.formula_no_result": QT_TRANSLATE_NOOP(
        "Sentences", "这一格的公式没有结果，按空格处理，请在 Excel 里打开保存一次。"
    ),
    "finding.lookup_error": QT_TRANSLATE_NOOP("Sentences", "这一格是公式错误 {text}，按空格处理。"),
    "finding.name_form": QT_TRANSLATE_NOOP(
        "Sentences", "“{written}”不是姓名，这一行没有导入，请看看是不是列错了位，改成姓名。"
    ),
    "finding.name_missing": QT_TRANSLATE_NOOP("Sentences", "这一行没有姓名，没有导入，请补上。"),
    "finding.household_missing": QT_TRANSLATE_NOOP("Sentences", "{name}没有户编号，这一行没有导入，请补上。"),
    "finding.household_code_form": QT_TRANSLATE_NOOP(
        "Sentences", "{name}的户编号“{code}”不对，应是 01001 这样的数字，这一行没有导入。"
    ),
    "finding.code_zero_lost": QT_TRANSLATE_NOOP("Sentences", "{name}的户编号少了前面的 0，已补成 {code}。"),
    "finding.grid_code_form": QT_TRANSLATE_NOOP(
        "Sentences", "{name}的网格编码“{code}”不对，应是 15 位编码或 01 到 99，这一行没有导入。"
    ),
    "finding.grid_code_unread": QT_TRANSLATE_NOOP(
        "Sentences", "网格编码“{code}”认不出，按网格名、表名分了网格，请核对。"
    ),
    "finding.grid_of_other_village": QT_TRANSLATE_NOOP(
        "Sentences", "网格编码“{code}”不是本村区划代码开头，只取了网格号，请核对。"
    ),
    "finding.grid_two_names": QT_TRANSLATE_NOOP(
        "Sentences", "网格 {code} 有两个名称“{known}”和“{written}”，用了前一个，请核对。"
    ),
    "finding.code_of_other_grid": QT_TRANSLATE_NOOP(
        "Sentences", "户 {code} 写在网格 {grid} 里，编号却不是 {grid} 开头，请核对。"
    ),
    "finding.grid_new": QT_TRANSLATE_NOOP("Sentences", "网格“{written}”是新的，编码用 {code}，请核对。"),
    "finding.grid_assumed": QT_TRANSLATE_NOOP(
        "Sentences", "这张表没有写是哪个网格，都归到网格 {code}，请核对。"
    ),
    "finding.hidden_row": QT_TRANSLATE_NOOP("Sentences", "{name}在隐藏的行里，也读了，请核对。"),
    "finding.household_unclear": QT_TRANSLATE_NOOP(
        "Sentences", "{name}补在后面，户主{head}有 {count} 户同名，不知道归哪一户，没有导入，请写上门牌。"
    ),
    "finding.household_not_found": QT_TRANSLATE_NOOP(
        "Sentences", "户册里没有户主{name}、门牌 {house} 的这一户，没有导入，请核对。"
    ),
    "finding.code_differs": QT_TRANSLATE_NOOP(
        "Sentences", "{name}这一户在户册里是 {code}，表里写 {written}，用户册的编号，请核对。"
    ),
    "finding.sheet_repeats": QT_TRANSLATE_NOOP(
        "Sentences", "这张表的 {count} 行，别的表里都有这些人，没有再读；要读这张表，请选上它。"
    ),
    "finding.heads_only": QT_TRANSLATE_NOOP(
        "Sentences", "这张表一户一行，只导入户主，共 {count} 户；其他成员要另导花名册。"
    ),
    "finding.code_in_two_grids": QT_TRANSLATE_NOOP(
        "Sentences", "{name}：户 {code} 在第 {at} 行属于另一个网格，这一行没有导入，请改。"
    ),
}

_HOUSEHOLDS = {
    "finding.no_head": QT_TRANSLATE_NOOP("Sentences", "户 {code} 没有写户主，这一户没有导入，请补上户主。"),
    "finding.head_not_listed": QT_TRANSLATE_NOOP(
        "Sentences", "户 {code} 的户主{name}不在成员里，这一户没有导入，请补上或改户主。"
    ),
    "finding.two_heads": QT_TRANSLATE_NOOP(
        "Sentences", "户 {code} 有两个户主，{name}和{other_name}，这一户没有导入，请留一个。"
    ),
    "finding.head_left_out": QT_TRANSLATE_NOOP(
        "Sentences", "户 {code} 的户主{name}这一行要先改，这一户没有导入。"
    ),
    "finding.head_deceased": QT_TRANSLATE_NOOP(
        "Sentences", "户 {code} 的户主{name}已故，没有导入，先由{head}当户主，请核对。"
    ),
    "finding.deceased_member": QT_TRANSLATE_NOOP("Sentences", "{name}写明已故，没有导入，请核对。"),
    "finding.appended_member": QT_TRANSLATE_NOOP(
        "Sentences", "{name}写在后面，并入第 {at} 行户主{head}这一户，请核对。"
    ),
    "finding.shared_house_no": QT_TRANSLATE_NOOP(
        "Sentences", "门牌 {house} 还有{other}一户，照两户导入，请核对。"
    ),
    "finding.empty_household": QT_TRANSLATE_NOOP(
        "Sentences", "户 {code} 写明空挂，请核对这一户是否参加积分。"
    ),
    "finding.split_residence": QT_TRANSLATE_NOOP("Sentences", "{name}写明人户分离，请核对。"),
    "finding.population_differs": QT_TRANSLATE_NOOP(
        "Sentences", "户 {code} 表里写 {written} 人，实有 {counted} 人，没有改，请核对。"
    ),
    "finding.namesake_unclear": QT_TRANSLATE_NOOP(
        "Sentences", "户册里有 {count} 个{name}（户 {codes}），不知道是不是同一个人，没有导入，请选。"
    ),
    "finding.relation_ambiguous": QT_TRANSLATE_NOOP(
        "Sentences", "{name}的关系“{text}”有两种意思，按年龄用了代码 {code}，请核对。"
    ),
    "finding.head_changed": QT_TRANSLATE_NOOP("Sentences", "户 {code} 的户主由{old}改为{new}，请核对。"),
    "finding.relation_missing": QT_TRANSLATE_NOOP("Sentences", "{name}没有写与户主关系，请核对。"),
    "finding.relation_unknown": QT_TRANSLATE_NOOP(
        "Sentences", "{name}的关系“{text}”不认识，照原样存了，请核对。"
    ),
}

_NUMBERS = {
    "finding.id_damaged_number": QT_TRANSLATE_NOOP(
        "Sentences", "{name}的身份证号存成了数字，末几位已丢失，号码没有导入，请照证件重填。"
    ),
    "finding.id_checksum": QT_TRANSLATE_NOOP(
        "Sentences", "{name}的身份证号 {value} 校验不对，号码没有导入，请照证件核对。"
    ),
    "finding.id_length": QT_TRANSLATE_NOOP(
        "Sentences", "{name}的身份证号是 {length} 位，应是 18 位，号码没有导入，请照证件重填。"
    ),
    "finding.id_birth_impossible": QT_TRANSLATE_NOOP(
        "Sentences", "{name}的身份证号 {value} 里的出生日期不存在，号码没有导入，请核对。"
    ),
    "finding.id_missing": QT_TRANSLATE_NOOP("Sentences", "{name}没有身份证号，可以以后补。"),
    "finding.id_15": QT_TRANSLATE_NOOP("Sentences", "{name}是 15 位老号码，已升成 {value}，请照证件核对。"),
    "finding.id_lower_x": QT_TRANSLATE_NOOP("Sentences", "{name}的身份证号末位小写 x 已改成大写。"),
    "finding.id_fullwidth": QT_TRANSLATE_NOOP("Sentences", "{name}的身份证号是全角数字，已改成半角。"),
    "finding.id_spaces": QT_TRANSLATE_NOOP("Sentences", "{name}的身份证号里有空格，已去掉。"),
    "finding.id_apostrophe": QT_TRANSLATE_NOOP("Sentences", "{name}的身份证号前有撇号，已去掉。"),
    "finding.id_masked_new": QT_TRANSLATE_NOOP(
        "Sentences", "{name}是新来的，身份证号却遮住了，号码没有导入，请照证件补上。"
    ),
    "finding.id_changed": QT_TRANSLATE_NOOP(
        "Sentences", "{name}（户 {code}）的身份证号由 {old} 改为 {new}，请核对是同一个人。"
    ),
    "finding.dup_person": QT_TRANSLATE_NOOP(
        "Sentences",
        "{name}（户 {household}）和“{other_sheet}”第 {other_at} 行（户 {other_household}）是同一个人，"
        "只导入一行，请改。",
    ),
    "finding.dup_row": QT_TRANSLATE_NOOP(
        "Sentences", "{name}和“{other_sheet}”第 {other_at} 行重复，这一行没有导入，请删去一行。"
    ),
    "finding.dup_id": QT_TRANSLATE_NOOP(
        "Sentences",
        "{name}和“{other_sheet}”第 {other_at} 行{other_name}的身份证号相同，号码只给了先出现的人，请核对。",
    ),
    "finding.phone_two": QT_TRANSLATE_NOOP(
        "Sentences", "{name}有两个电话，用了 {value}，另一个放进备注，请核对。"
    ),
    "finding.phone_length": QT_TRANSLATE_NOOP(
        "Sentences", "{name}的电话 {value} 是 {length} 位，照原样存了，请核对。"
    ),
    "finding.phone_format": QT_TRANSLATE_NOOP(
        "Sentences", "{name}的电话里有空格、横线或全角数字，已整理成 {value}。"
    ),
    "finding.phone_unreadable": QT_TRANSLATE_NOOP(
        "Sentences", "{name}的电话“{text}”不是号码，没有导入，请核对。"
    ),
}

_PEOPLE = {
    "finding.name_spaces": QT_TRANSLATE_NOOP("Sentences", "{name}的姓名里有空格，已去掉。"),
    "finding.name_note": QT_TRANSLATE_NOOP("Sentences", "“{written}”：姓名只取括号前，“{note}”放进备注。"),
    "finding.middle_dot": QT_TRANSLATE_NOOP("Sentences", "{name}的姓名间隔号已统一成“·”。"),
    "finding.name_changed": QT_TRANSLATE_NOOP(
        "Sentences", "户 {code}：同一身份证号，姓名由{old}改为{new}，请核对。"
    ),
    "finding.person_moved": QT_TRANSLATE_NOOP(
        "Sentences", "{name}原来在户 {old}，这份表里在户 {new}，请核对。"
    ),
    "finding.birth_mismatch": QT_TRANSLATE_NOOP(
        "Sentences", "{name}的出生日期和身份证号不一致，按身份证号用了 {told}，请核对。"
    ),
    "finding.birth_month_lost": QT_TRANSLATE_NOOP("Sentences", "{name}的出生月份少了 0，按身份证号用了。"),
    "finding.birth_formula_garbage": QT_TRANSLATE_NOOP(
        "Sentences", "{name}的出生是公式从损坏的号码取来的“{text}”，没有用，按号码前 14 位用了。"
    ),
    "finding.birth_partial": QT_TRANSLATE_NOOP(
        "Sentences", "{name}只有出生年月，没有日子，出生日期先空着，请补上。"
    ),
    "finding.birth_future": QT_TRANSLATE_NOOP(
        "Sentences", "{name}的出生日期 {day} 在将来，这一格没有导入，请改。"
    ),
    "finding.birth_unreadable": QT_TRANSLATE_NOOP(
        "Sentences", "{name}的出生日期“{text}”看不懂，请写成 1965-03-04。"
    ),
    "finding.sex_mismatch": QT_TRANSLATE_NOOP(
        "Sentences", "{name}的性别和身份证号不一致，按身份证号用了“{told}”，请核对。"
    ),
    "finding.sex_unknown": QT_TRANSLATE_NOOP("Sentences", "{name}的性别“{text}”看不懂，请写男或女。"),
    "finding.party_unknown": QT_TRANSLATE_NOOP(
        "Sentences", "{name}的政治面貌“{text}”不认识，没有当成党员，请核对。"
    ),
    "finding.residence_unknown": QT_TRANSLATE_NOOP(
        "Sentences", "{name}的居住状态“{text}”不认识，照原样存了，请核对。"
    ),
}

_LIVED = {
    "finding.lived_died": QT_TRANSLATE_NOOP(
        "Sentences", "{name}已登记 {day} 去世，表里还在户 {code}，这一行没有导入，请核对。"
    ),
    "finding.lived_married_out": QT_TRANSLATE_NOOP(
        "Sentences", "{name}已登记 {day} 婚出，表里还在户 {code}，这一行没有导入，请核对。"
    ),
    "finding.lived_left": QT_TRANSLATE_NOOP(
        "Sentences", "{name}已登记 {day} 迁出，表里还在户 {code}，这一行没有导入，请核对。"
    ),
    "finding.lived_struck_off": QT_TRANSLATE_NOOP(
        "Sentences", "{name}已登记 {day} 注销户口，表里还在户 {code}，这一行没有导入，请核对。"
    ),
    "finding.lived_moved": QT_TRANSLATE_NOOP(
        "Sentences", "{name}从 {day} 起登记在户 {home}，表里却在户 {code}，这一行没有导入，请核对。"
    ),
    "finding.lived_split": QT_TRANSLATE_NOOP(
        "Sentences", "{name}已登记 {day} 分户到 {home}，表里却在户 {code}，这一行没有导入，请核对。"
    ),
    "finding.lived_merged": QT_TRANSLATE_NOOP(
        "Sentences", "{name}已登记 {day} 并户到 {home}，表里却在户 {code}，这一行没有导入，请核对。"
    ),
    "finding.lived_head": QT_TRANSLATE_NOOP(
        "Sentences", "户 {code} 从 {day} 起户主是{head}，表里写{name}，户主没有改，请核对。"
    ),
    "finding.lived_relation": QT_TRANSLATE_NOOP(
        "Sentences", "{name}写的关系“{text}”不是对户 {code} 现在的户主{head}，关系先空着，请补上。"
    ),
    "finding.lived_household_merged": QT_TRANSLATE_NOOP(
        "Sentences", "户 {code} 已登记 {day} 并入户 {to}，表里还有这一户 {count} 人，没有导入，请核对。"
    ),
    "finding.lived_household_ended": QT_TRANSLATE_NOOP(
        "Sentences", "户 {code} 已登记 {day} 注销，表里还有这一户 {count} 人，没有导入，请核对。"
    ),
    "finding.lived_household_away": QT_TRANSLATE_NOOP(
        "Sentences", "户 {code} 已登记 {day} 全户迁出，表里还有这一户 {count} 人，没有导入，请核对。"
    ),
    "finding.lived_party": QT_TRANSLATE_NOOP(
        "Sentences", "{name}的党员身份 {day} 登记为{old}，表里写{new}，没有改，请核对。"
    ),
    "finding.lived_residence": QT_TRANSLATE_NOOP(
        "Sentences", "{name}的居住状态 {day} 登记为“{old}”，表里写“{new}”，没有改，请核对。"
    ),
    "finding.lived_tags": QT_TRANSLATE_NOOP(
        "Sentences", "{name}的人员类别 {day} 在程序里改过，和表里不一样，没有改，请核对。"
    ),
    "finding.lived_edited": QT_TRANSLATE_NOOP(
        "Sentences", "户 {code} {name}：{field} {day} 已更正为“{old}”，表里写“{new}”，没有改，请核对。"
    ),
    "finding.lived_cleared": QT_TRANSLATE_NOOP(
        "Sentences", "户 {code} {name}：{field} {day} 已在程序里删去，表里写“{new}”，没有填回，请核对。"
    ),
}

_CURES = {
    "cure.as_in_sheet": QT_TRANSLATE_NOOP("Sentences", "按表里的办"),
    "cure.blank_cell": QT_TRANSLATE_NOOP("Sentences", "先不填"),
    "cure.blank_other": QT_TRANSLATE_NOOP("Sentences", "{name}的先不填"),
    "cure.leave_row": QT_TRANSLATE_NOOP("Sentences", "这一行不导入"),
    "cure.leave_household": QT_TRANSLATE_NOOP("Sentences", "这一户先不导入"),
    "cure.head_is": QT_TRANSLATE_NOOP("Sentences", "{name}当户主"),
    "cure.keep_here": QT_TRANSLATE_NOOP("Sentences", "留在{household}"),
    "cure.join_above": QT_TRANSLATE_NOOP("Sentences", "归到上一户 {code}"),
    "cure.grid_is": QT_TRANSLATE_NOOP("Sentences", "归到{grid}"),
    "cure.grid_of_row": QT_TRANSLATE_NOOP("Sentences", "跟第 {at} 行同网格"),
    "cure.relation_is": QT_TRANSLATE_NOOP("Sentences", "记作{word}"),
    "cure.same_person": QT_TRANSLATE_NOOP("Sentences", "就是户 {code} 的{name}"),
    "cure.another_person": QT_TRANSLATE_NOOP("Sentences", "是另一个人"),
    "cure.seen": QT_TRANSLATE_NOOP("Sentences", "看过了"),
}

SENTENCES: Mapping[str, str] = MappingProxyType(
    {**_TROUBLE, **_ROWS_AND_PLACES, **_HOUSEHOLDS, **_NUMBERS, **_PEOPLE, **_LIVED, **_CURES}
)

"""The columns of a roster: what each is called and holds."""

from typing import Final

from passbook_desk.features.intake.table import FieldSpec

ROSTER_FIELDS: Final = (
    FieldSpec("seq", "序号", ("编号", "顺序号", "次序")),
    FieldSpec("grid_code", "网格编码", ("网格代码", "网格编号", "网格码")),
    FieldSpec(
        "grid_name", "网格名称", ("网格", "所属网格", "网格名", "组别", "小组", "村民小组", "所属小组")
    ),
    FieldSpec("household", "户编号", ("户编码", "户号", "家庭编号", "户代码")),
    FieldSpec("head", "户主姓名", ("户主",)),
    FieldSpec("name", "姓名", ("成员姓名", "家庭成员", "家庭成员姓名", "居民姓名", "成员"), required=True),
    FieldSpec("sex", "性别"),
    FieldSpec("ethnic", "民族"),
    FieldSpec("id", "公民身份号码", ("身份证号", "身份证号码", "身份证", "公民身份证号码", "证件号码")),
    FieldSpec("birth", "出生日期", ("出生年月", "出生年月日", "生日", "出生")),
    FieldSpec("relation", "与户主关系", ("关系", "与户主的关系", "家庭关系", "成员关系")),
    FieldSpec("phone", "联系电话", ("电话", "手机", "手机号", "手机号码", "联系方式", "电话号码")),
    FieldSpec("address", "住址", ("地址", "家庭住址", "详细地址", "现住址", "户籍地址")),
    FieldSpec("house_number", "门牌号", ("门牌", "门牌号码")),
    FieldSpec("party", "政治面貌", ("是否党员", "党员")),
    FieldSpec("education", "文化程度", ("学历", "文化")),
    FieldSpec("tags", "人员类别", ("类别", "标签", "人员类型")),
    FieldSpec("residence", "居住状态", ("居住情况", "居住类别")),
    FieldSpec("population", "人口", ("人口数", "家庭人口", "人数", "家庭人数", "户人口", "在册人口")),
    FieldSpec("remark", "备注", ("说明",)),
)

"""The columns of lists of shops, resident units, grid workers and building leaders."""

from enum import StrEnum
from typing import Final

from passbook_desk.features.intake.looks import Looks
from passbook_desk.features.intake.table import FieldSpec


class OwnerList(StrEnum):
    """What a sheet lists."""

    SHOPS = "shops"
    UNITS = "units"
    WORKERS = "workers"
    LEADERS = "leaders"


_SERIAL: Final = FieldSpec("seq", "序号", ("顺序号", "序"), looks=Looks.SERIAL)
_PHONE: Final = FieldSpec(
    "phone", "联系电话", ("电话", "手机", "手机号", "手机号码", "联系方式", "电话号码"), looks=Looks.PHONE
)
_ID: Final = FieldSpec(
    "id", "身份证号", ("身份证", "身份证号码", "公民身份号码", "经营者身份证号"), looks=Looks.ID_NUMBER
)
_GRID: Final = FieldSpec(
    "grid",
    "网格",
    ("所属网格", "网格名称", "所在网格", "网格编码", "负责网格", "责任网格", "小组", "村民小组"),
    looks=Looks.PLACE,
    avoid=("网格员", "网格长"),
)
_REMARK: Final = FieldSpec("remark", "备注", ("说明", "情况说明", "备注说明"))
_STATE: Final = FieldSpec("state", "状态", ("经营状态", "营业状态", "是否营业", "营业情况", "经营情况"))
_ADDRESS: Final = FieldSpec(
    "address", "位置", ("地址", "地点", "经营地址", "店铺位置", "经营场所", "所在位置", "单位地址", "门牌")
)
_FROM: Final = FieldSpec(
    "from", "任职时间", ("任职日期", "开始时间", "开始日期", "聘任时间", "上任时间", "起始日期")
)

FIELDS: Final = {
    OwnerList.SHOPS: (
        _SERIAL,
        FieldSpec("code", "商铺编号", ("店铺编号", "商户编号")),
        FieldSpec(
            "name",
            "商铺名称",
            (
                "商铺",
                "店名",
                "店铺名称",
                "商户名称",
                "门店名称",
                "字号",
                "店铺",
                "商户",
                "个体户名称",
                "商店名称",
            ),
            required=True,
            telling=True,
        ),
        FieldSpec(
            "owner",
            "经营者",
            ("经营者姓名", "店主", "店主姓名", "业主", "老板", "经营人", "负责人", "经营户主", "法人"),
            looks=Looks.PERSON,
            avoid=("身份证", "电话"),
        ),
        FieldSpec("resident", "是否本村户", ("是否本村", "本村户", "本村人", "是否本村人", "是否本地户")),
        _ID,
        _GRID,
        _ADDRESS,
        _PHONE,
        FieldSpec(
            "plaque",
            "党员商铺（挂牌时间）",
            ("党员商铺", "挂牌时间", "挂牌日期", "党员商铺挂牌时间", "授牌时间"),
        ),
        FieldSpec("category", "类别", ("经营范围", "经营项目", "行业", "经营内容", "类型")),
        _STATE,
        _REMARK,
    ),
    OwnerList.UNITS: (
        _SERIAL,
        FieldSpec("code", "单位编号"),
        FieldSpec(
            "name",
            "单位名称",
            ("单位", "驻村单位", "驻地单位", "共建单位", "单位全称", "驻村单位名称", "驻地单位名称"),
            required=True,
            telling=True,
        ),
        FieldSpec("category", "性质", ("单位性质", "类别", "类型", "行业")),
        FieldSpec(
            "owner",
            "负责人",
            ("单位负责人", "联系人", "负责人姓名", "法人", "领导"),
            looks=Looks.PERSON,
            avoid=("电话",),
        ),
        _GRID,
        _ADDRESS,
        _PHONE,
        FieldSpec("people", "人数", ("职工人数", "在职人数", "员工人数", "职工数")),
        _STATE,
        _REMARK,
    ),
    OwnerList.WORKERS: (
        _SERIAL,
        FieldSpec(
            "name",
            "网格员",
            ("网格员姓名", "网格长", "专职网格员", "网格长姓名", "网格员名字"),
            required=True,
            telling=True,
            looks=Looks.PERSON,
            avoid=("电话", "手机"),
        ),
        FieldSpec(
            _GRID.key, _GRID.title, _GRID.synonyms, required=True, looks=_GRID.looks, avoid=_GRID.avoid
        ),
        _PHONE,
        _ID,
        _FROM,
    ),
    OwnerList.LEADERS: (
        _SERIAL,
        FieldSpec(
            "name",
            "楼栋长",
            ("楼栋长姓名", "楼长", "楼长姓名", "单元长", "党员楼栋长"),
            required=True,
            telling=True,
            looks=Looks.PERSON,
            avoid=("电话", "手机"),
        ),
        FieldSpec(
            "building", "楼栋", ("楼号", "楼栋号", "楼", "栋号", "楼栋名称", "负责楼栋"), required=True
        ),
        FieldSpec("estate", "小区", ("小区名称", "所在小区")),
        _GRID,
        _PHONE,
        _ID,
        _FROM,
    ),
}
"""The fields of each list; a sheet without the telling one is no such list."""

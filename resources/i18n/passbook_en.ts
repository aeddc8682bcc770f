<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>BackupCard</name>
    <message>
        <source>备份和恢复</source>
        <translation>Backup and restore</translation>
    </message>
    <message>
        <source>备份文件没有加密，里面有身份证号和电话，请收好 U 盘。</source>
        <translation>Backup files are not encrypted and hold ID and phone numbers: keep the stick safe.</translation>
    </message>
    <message>
        <source>现在备份</source>
        <translation>Back up now</translation>
    </message>
    <message>
        <source>选备份文件…</source>
        <translation>Choose a backup…</translation>
    </message>
    <message>
        <source>恢复</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>还没有备份过。</source>
        <translation>No backup yet.</translation>
    </message>
    <message>
        <source>上次备份：{moment}</source>
        <translation>Last backup: {moment}</translation>
    </message>
    <message>
        <source>已备份到 {name}，核对无误。</source>
        <translation>Backed up to {name} and verified.</translation>
    </message>
    <message>
        <source>选择备份文件</source>
        <translation>Choose a backup file</translation>
    </message>
    <message>
        <source>现在：{facts}。</source>
        <translation>Now: {facts}.</translation>
    </message>
    <message>
        <source>现在的内容先另存一份，再换成备份里的内容。</source>
        <translation>What is here now is saved aside first, then replaced by the backup.</translation>
    </message>
    <message>
        <source>恢复备份</source>
        <translation>Restore a backup</translation>
    </message>
    <message>
        <source>已恢复备份。</source>
        <translation>The backup is restored.</translation>
    </message>
    <message>
        <source>备份文件</source>
        <translation>Backup file</translation>
    </message>
</context>
<context>
    <name>Catalogue</name>
    <message>
        <source>党员红折</source>
        <translation>Party members</translation>
    </message>
    <message>
        <source>农户绿折</source>
        <translation>Households</translation>
    </message>
    <message>
        <source>商户绿折</source>
        <translation>Shops</translation>
    </message>
    <message>
        <source>单位绿折</source>
        <translation>Units</translation>
    </message>
    <message>
        <source>待定</source>
        <translation>Not set</translation>
    </message>
    <message>
        <source>能记分</source>
        <translation>On</translation>
    </message>
    <message>
        <source>停用</source>
        <translation>Off</translation>
    </message>
</context>
<context>
    <name>CataloguePage</name>
    <message>
        <source>积分细则</source>
        <translation>Points rules</translation>
    </message>
    <message>
        <source>还没有积分细则。先采用起步版，开会议定后再换成村里自己的。</source>
        <translation>No points rules yet. Adopt the starter list first and replace it with your own once the meeting has agreed.</translation>
    </message>
    <message>
        <source>采用起步版</source>
        <translation>Adopt the starter list</translation>
    </message>
    <message>
        <source>事项、编码</source>
        <translation>Item or code</translation>
    </message>
    <message>
        <source>从表格采用</source>
        <translation>Adopt from a sheet</translation>
    </message>
    <message>
        <source>导出 Excel</source>
        <translation>Export to Excel</translation>
    </message>
    <message>
        <source>开会议定后，点“采用起步版”，或用自己的表“从表格采用”。</source>
        <translation>After the meeting press “Adopt the starter list”, or “Adopt from a sheet” with your own.</translation>
    </message>
    <message>
        <source>填开会日期、会议记录号和执行日期。执行日期以前的积分仍按旧版。</source>
        <translation>Give the date and the minutes of the meeting and the first day in force. Earlier points follow the old version.</translation>
    </message>
    <message>
        <source>要张贴或上会，点“导出 Excel”。改好的表可以再采用成新版。</source>
        <translation>For the wall or a meeting press “Export to Excel”. A changed sheet can be adopted as a new version.</translation>
    </message>
    <message>
        <source>采用积分细则</source>
        <translation>Adopt points rules</translation>
    </message>
    <message>
        <source>{source}：{items} 项，其中 {undecided} 项还没有议定分值，先停用。</source>
        <translation>{source}: {items} items; {undecided} have no agreed value and are off for now.</translation>
    </message>
    <message>
        <source>已采用积分细则第 {number} 版。</source>
        <translation>Points rules version {number} adopted.</translation>
    </message>
    <message>
        <source>已导出 {name}。</source>
        <translation>Exported {name}.</translation>
    </message>
    <message>
        <source>版本</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>全部类别</source>
        <translation>All categories</translation>
    </message>
    <message>
        <source>第 {number} 版 {day} 起执行</source>
        <translation>Version {number}, in force from {day}</translation>
    </message>
    <message>
        <source>{version}（现行）</source>
        <translation>{version} (in force)</translation>
    </message>
    <message>
        <source>列出 {items} 项，能记分 {enabled} 项，停用 {disabled} 项。</source>
        <translation>Items shown: {items}. On: {enabled}. Off: {disabled}.</translation>
    </message>
    <message>
        <source>第 {number} 版由 {day} 的会议通过。</source>
        <translation>Version {number} was agreed by the meeting of {day}.</translation>
    </message>
    <message>
        <source>会议记录：{minutes}</source>
        <translation>Minutes: {minutes}</translation>
    </message>
    <message>
        <source>表格</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>选积分细则的表格</source>
        <translation>Choose a sheet of points rules</translation>
    </message>
    <message>
        <source>正在读表格…</source>
        <translation>Reading the sheet…</translation>
    </message>
    <message>
        <source>Excel 表格</source>
        <translation>Excel workbook</translation>
    </message>
    <message>
        <source>积分细则第{number}版</source>
        <translation>Points rules version {number}</translation>
    </message>
    <message>
        <source>正在导出…</source>
        <translation>Exporting…</translation>
    </message>
</context>
<context>
    <name>ChooseStep</name>
    <message>
        <source>花名册：户、人、网格、党员</source>
        <translation>Roster: households, people, grids, party members</translation>
    </message>
    <message>
        <source>期初积分：年中启用时，把原来的结余带进来</source>
        <translation>Opening balances: brings earlier balances in when you start in mid-year</translation>
    </message>
    <message>
        <source>结余截止到</source>
        <translation>Balances as of</translation>
    </message>
    <message>
        <source>选文件…</source>
        <translation>Choose a file…</translation>
    </message>
    <message>
        <source>也可以把文件拖到这一页上。</source>
        <translation>Or drop the file on this page.</translation>
    </message>
    <message>
        <source>还没有导入过。</source>
        <translation>Nothing has been imported yet.</translation>
    </message>
    <message>
        <source>撤销所选的导入</source>
        <translation>Undo the chosen import</translation>
    </message>
    <message>
        <source>导入什么</source>
        <translation>What to import</translation>
    </message>
    <message>
        <source>导入过的</source>
        <translation>Imports so far</translation>
    </message>
</context>
<context>
    <name>Columns</name>
    <message>
        <source>轻重</source>
        <translation>Severity</translation>
    </message>
    <message>
        <source>位置</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Explanation</translation>
    </message>
    <message>
        <source>编码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>分值</source>
        <translation>Points</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>上限</source>
        <translation>Cap</translation>
    </message>
    <message>
        <source>适用</source>
        <translation>For</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>{number} 号</source>
        <translation>No. {number}</translation>
    </message>
    <message>
        <source>红 {count} 本</source>
        <translation>Red: {count}</translation>
    </message>
    <message>
        <source>绿 {number}</source>
        <translation>{number}</translation>
    </message>
    <message>
        <source>户编号</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>户主</source>
        <translation>Head</translation>
    </message>
    <message>
        <source>门牌</source>
        <translation>House no.</translation>
    </message>
    <message>
        <source>人口</source>
        <translation>People</translation>
    </message>
    <message>
        <source>红折</source>
        <translation>Red books</translation>
    </message>
    <message>
        <source>绿折</source>
        <translation>Green book</translation>
    </message>
    <message>
        <source>可用分</source>
        <translation>Spendable</translation>
    </message>
    <message>
        <source>住址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>党员</source>
        <translation>Party member</translation>
    </message>
    <message>
        <source>预备党员</source>
        <translation>Probationary member</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>关系</source>
        <translation>Relation</translation>
    </message>
    <message>
        <source>性别</source>
        <translation>Sex</translation>
    </message>
    <message>
        <source>出生</source>
        <translation>Born</translation>
    </message>
    <message>
        <source>身份</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>居住</source>
        <translation>Residence</translation>
    </message>
    <message>
        <source>身份证号</source>
        <translation>ID number</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>冲第 {row} 行 {words}</source>
        <translation>Reverses line {row} {words}</translation>
    </message>
    <message>
        <source>已冲销</source>
        <translation>Reversed</translation>
    </message>
    <message>
        <source>行</source>
        <translation>Line</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>摘要</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>加</source>
        <translation>Credit</translation>
    </message>
    <message>
        <source>扣</source>
        <translation>Debit</translation>
    </message>
    <message>
        <source>结余</source>
        <translation>Balance</translation>
    </message>
    <message>
        <source>经手</source>
        <translation>Handled by</translation>
    </message>
    <message>
        <source>✕ 必须改</source>
        <translation>✕ Must fix</translation>
    </message>
    <message>
        <source>⚠ 请核对</source>
        <translation>⚠ Check</translation>
    </message>
    <message>
        <source>✓ 已整理</source>
        <translation>✓ Tidied</translation>
    </message>
    <message>
        <source>新成员</source>
        <translation>New person</translation>
    </message>
    <message>
        <source>所在户</source>
        <translation>Household</translation>
    </message>
    <message>
        <source>导入后改过</source>
        <translation>Changed since</translation>
    </message>
    <message>
        <source>已有流水或被引用</source>
        <translation>In use</translation>
    </message>
    <message>
        <source>第 {row} 行</source>
        <translation>Row {row}</translation>
    </message>
    <message>
        <source>第 {row} 行 {column} 列</source>
        <translation>Row {row}, column {column}</translation>
    </message>
    <message>
        <source>网格</source>
        <translation>Grid</translation>
    </message>
    <message>
        <source>网格编码</source>
        <translation>Grid code</translation>
    </message>
    <message>
        <source>户</source>
        <translation>Households</translation>
    </message>
    <message>
        <source>人</source>
        <translation>People</translation>
    </message>
    <message>
        <source>哪一项</source>
        <translation>Which</translation>
    </message>
    <message>
        <source>原来</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>改成</source>
        <translation>After</translation>
    </message>
    <message>
        <source>花名册</source>
        <translation>Roster</translation>
    </message>
    <message>
        <source>期初积分</source>
        <translation>Opening balance</translation>
    </message>
    <message>
        <source>批号</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>已撤销</source>
        <translation>Undone</translation>
    </message>
    <message>
        <source>有效</source>
        <translation>Kept</translation>
    </message>
    <message>
        <source>留下的</source>
        <translation>Kept</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>季度</source>
        <translation>Quarter</translation>
    </message>
    <message>
        <source>计分期间</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>公示编号</source>
        <translation>Notice no.</translation>
    </message>
    <message>
        <source>公示期</source>
        <translation>On the wall</translation>
    </message>
    <message>
        <source>行数</source>
        <translation>Lines</translation>
    </message>
    <message>
        <source>存折</source>
        <translation>Passbook</translation>
    </message>
    <message>
        <source>账号</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>持折人</source>
        <translation>Holder</translation>
    </message>
    <message>
        <source>打印时间</source>
        <translation>Printed at</translation>
    </message>
    <message>
        <source>截至</source>
        <translation>As of</translation>
    </message>
    <message>
        <source>印了</source>
        <translation>Shows</translation>
    </message>
    <message>
        <source>页数</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>导入时间</source>
        <translation>Imported</translation>
    </message>
    <message>
        <source>新增</source>
        <translation>New</translation>
    </message>
    <message>
        <source>更改</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>类</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>事主</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>办事日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>农历</source>
        <translation>Lunar date</translation>
    </message>
    <message>
        <source>桌数</source>
        <translation>Tables</translation>
    </message>
    <message>
        <source>对照标准</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>报备</source>
        <translation>Filing</translation>
    </message>
    <message>
        <source>地点</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>项目</source>
        <translation>Point</translation>
    </message>
    <message>
        <source>限额</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>规定</source>
        <translation>Rule</translation>
    </message>
    <message>
        <source>{act}（已冲销）</source>
        <translation>{act} (reversed)</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>笔</source>
        <translation>Lines</translation>
    </message>
    <message>
        <source>分</source>
        <translation>points</translation>
    </message>
</context>
<context>
    <name>CrashWindow</name>
    <message>
        <source>程序出了意外</source>
        <translation>The program failed</translation>
    </message>
    <message>
        <source>程序出了意外，刚才这一步没有做成。</source>
        <translation>The program failed; the last step was not done.</translation>
    </message>
    <message>
        <source>已经存盘的不受影响。可以接着做别的；再出现，就把下面的文件交给维护人员，里面没有村民信息。</source>
        <translation>What is saved is safe. You can go on; if it happens again, hand the file below to support. It holds nothing about residents.</translation>
    </message>
    <message>
        <source>接着做</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>关闭程序</source>
        <translation>Close the program</translation>
    </message>
</context>
<context>
    <name>DoneStep</name>
    <message>
        <source>✓ 已导入：新增 {households} 户 {people} 人，改动 {changes} 处</source>
        <translation>✓ Imported: {households} households and {people} people added, {changes} changes</translation>
    </message>
    <message>
        <source>新开 {accounts} 个积分账户。这是第 {batch} 批，随时可以撤销。</source>
        <translation>{accounts} points accounts opened. This is batch {batch}; it can be undone at any time.</translation>
    </message>
    <message>
        <source>✓ 已导入 {accounts} 个账户的期初积分</source>
        <translation>✓ Opening balances of {accounts} accounts imported</translation>
    </message>
    <message>
        <source>这是第 {batch} 批，随时可以撤销。</source>
        <translation>This is batch {batch}; it can be undone at any time.</translation>
    </message>
    <message>
        <source>✓ 已撤销第 {batch} 批：去掉 {removed} 条，改回 {restored} 条，冲销 {lines} 笔</source>
        <translation>✓ Batch {batch} undone: {removed} rows removed, {restored} set back, {lines} lines reversed</translation>
    </message>
    <message>
        <source>下面 {count} 条留着没动，因为导入后改过，或已有流水。</source>
        <translation>The {count} rows below stay: they were changed since or have ledger lines.</translation>
    </message>
</context>
<context>
    <name>Entry</name>
    <message>
        <source>扣 {points}</source>
        <translation>minus {points}</translation>
    </message>
    <message>
        <source>红折</source>
        <translation>Red books</translation>
    </message>
    <message>
        <source>绿折</source>
        <translation>Green book</translation>
    </message>
    <message>
        <source>冲销 {text}</source>
        <translation>Reversal: {text}</translation>
    </message>
    <message>
        <source>{count} 人</source>
        <translation>People: {count}</translation>
    </message>
    <message>
        <source>{count} 户</source>
        <translation>Households: {count}</translation>
    </message>
    <message>
        <source>扣 {points} 分</source>
        <translation>minus {points} points</translation>
    </message>
    <message>
        <source>{points} 分</source>
        <translation>{points} points</translation>
    </message>
</context>
<context>
    <name>EntryHead</name>
    <message>
        <source>编号、名称或拼音首字母</source>
        <translation>Code, name or pinyin initials</translation>
    </message>
    <message>
        <source>没有这个事项</source>
        <translation>No such item</translation>
    </message>
    <message>
        <source>网格</source>
        <translation>Grid</translation>
    </message>
    <message>
        <source>分值</source>
        <translation>Points</translation>
    </message>
    <message>
        <source>可以不写</source>
        <translation>Optional</translation>
    </message>
    <message>
        <source>{grid} · {households} 户</source>
        <translation>{grid} · {households} households</translation>
    </message>
    <message>
        <source>数量（{unit}）</source>
        <translation>Quantity ({unit})</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>摘要</source>
        <translation>Note</translation>
    </message>
</context>
<context>
    <name>EventCardPage</name>
    <message>
        <source>红白事</source>
        <translation>Events</translation>
    </message>
    <message>
        <source>核对报备的数和旁边的标准。</source>
        <translation>Compare the declared figures with the standard beside them.</translation>
    </message>
    <message>
        <source>F12 打报备表，请事主、红白理事会和村委会签字。</source>
        <translation>F12 prints the filing sheet for the host, the rites council and the village committee to sign.</translation>
    </message>
    <message>
        <source>报备表上的电话打了星号，可以放心传阅。</source>
        <translation>The phone on the sheet is masked, so it may be passed round.</translation>
    </message>
    <message>
        <source>{kind} {number} {head}户</source>
        <translation>{kind} {number}, household of {head}</translation>
    </message>
    <message>
        <source>报备表 {number} {head}户</source>
        <translation>Filing sheet {number} {head}</translation>
    </message>
    <message>
        <source>正在排报备表…</source>
        <translation>Laying out the filing sheet…</translation>
    </message>
    <message>
        <source>打报备表</source>
        <translation>Filing sheet</translation>
    </message>
    <message>
        <source>报备内容</source>
        <translation>Filed</translation>
    </message>
    <message>
        <source>对照标准</source>
        <translation>Against the standard</translation>
    </message>
    <message>
        <source>已签</source>
        <translation>Signed</translation>
    </message>
    <message>
        <source>未签</source>
        <translation>Not signed</translation>
    </message>
    <message>
        <source>事主</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>办事日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>报备日期</source>
        <translation>Filed on</translation>
    </message>
    <message>
        <source>适用标准</source>
        <translation>Standard for</translation>
    </message>
    <message>
        <source>事由</source>
        <translation>Occasion</translation>
    </message>
    <message>
        <source>地点</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>联系人</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>厨师队</source>
        <translation>Cook team</translation>
    </message>
    <message>
        <source>承诺书</source>
        <translation>Pledge</translation>
    </message>
    <message>
        <source>经手</source>
        <translation>Handled by</translation>
    </message>
</context>
<context>
    <name>EventFormPage</name>
    <message>
        <source>红白事报备</source>
        <translation>File an event</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>找到事主，填办事日期。旁边会说是否按时、按哪一档标准。</source>
        <translation>Find the host and give the date. The card beside says whether it is in time and which standard holds.</translation>
    </message>
    <message>
        <source>填桌数、每桌标准等。每填一个数，旁边就说未超、接近还是超标。</source>
        <translation>Fill in tables, cost per table and so on. Beside each figure you read within, near or over.</translation>
    </message>
    <message>
        <source>F8 保存，再打报备表给红白理事会签字。超标也能保存，由理事会决定。</source>
        <translation>F8 saves; then print the filing sheet for the rites council to sign. What is over can be saved too: the council decides.</translation>
    </message>
    <message>
        <source>{kind}报备</source>
        <translation>{kind}: filing</translation>
    </message>
    <message>
        <source>已报备 {number}：{head}户{kind}。</source>
        <translation>Filed {number}: {kind}, household of {head}.</translation>
    </message>
    <message>
        <source>村里还没有采用红白事标准，不能报备。先开会采用一份。</source>
        <translation>The village has no standard for events yet, so nothing can be filed. Adopt one by a meeting first.</translation>
    </message>
    <message>
        <source>采用标准</source>
        <translation>Adopt a standard</translation>
    </message>
</context>
<context>
    <name>Events</name>
    <message>
        <source>提前 {days} 天</source>
        <translation>{days} days ahead</translation>
    </message>
    <message>
        <source>{days} 天内</source>
        <translation>within {days} days</translation>
    </message>
    <message>
        <source>红事</source>
        <translation>Wedding</translation>
    </message>
    <message>
        <source>白事</source>
        <translation>Funeral</translation>
    </message>
    <message>
        <source>普通村民</source>
        <translation>Villagers</translation>
    </message>
    <message>
        <source>双方合办</source>
        <translation>Both sides</translation>
    </message>
    <message>
        <source>党员、村干部</source>
        <translation>Party, cadres</translation>
    </message>
    <message>
        <source>✓ 未超</source>
        <translation>✓ Within</translation>
    </message>
    <message>
        <source>▲ 接近</source>
        <translation>▲ Near</translation>
    </message>
    <message>
        <source>✕ 超标</source>
        <translation>✕ Over</translation>
    </message>
    <message>
        <source>桌数</source>
        <translation>Tables</translation>
    </message>
    <message>
        <source>每桌人数</source>
        <translation>Seats per table</translation>
    </message>
    <message>
        <source>每桌标准</source>
        <translation>Cost per table</translation>
    </message>
    <message>
        <source>香烟</source>
        <translation>Cigarettes</translation>
    </message>
    <message>
        <source>白酒</source>
        <translation>Liquor</translation>
    </message>
    <message>
        <source>村民随礼</source>
        <translation>Gift of villagers</translation>
    </message>
    <message>
        <source>亲友随礼</source>
        <translation>Gift of relatives</translation>
    </message>
    <message>
        <source>彩礼</source>
        <translation>Bride price</translation>
    </message>
    <message>
        <source>车辆</source>
        <translation>Cars</translation>
    </message>
    <message>
        <source>天数</source>
        <translation>Days</translation>
    </message>
    <message>
        <source>乐队人数</source>
        <translation>Musicians</translation>
    </message>
    <message>
        <source>花圈</source>
        <translation>Wreaths</translation>
    </message>
    <message>
        <source>鞭炮烟花</source>
        <translation>Fireworks</translation>
    </message>
    <message>
        <source>法事</source>
        <translation>Rites</translation>
    </message>
    <message>
        <source>桌</source>
        <translation>tables</translation>
    </message>
    <message>
        <source>人</source>
        <translation>people</translation>
    </message>
    <message>
        <source>元/包</source>
        <translation>yuan a pack</translation>
    </message>
    <message>
        <source>元/瓶</source>
        <translation>yuan a bottle</translation>
    </message>
    <message>
        <source>辆</source>
        <translation>cars</translation>
    </message>
    <message>
        <source>天</source>
        <translation>days</translation>
    </message>
    <message>
        <source>个</source>
        <translation>pieces</translation>
    </message>
    <message>
        <source>元</source>
        <translation>yuan</translation>
    </message>
    <message>
        <source>未填</source>
        <translation>–</translation>
    </message>
    <message>
        <source>{declared}（不限）</source>
        <translation>{declared} (no limit)</translation>
    </message>
    <message>
        <source>提前 {days} 天报备</source>
        <translation>Filed {days} days ahead</translation>
    </message>
    <message>
        <source>当天报备</source>
        <translation>Filed on the day</translation>
    </message>
    <message>
        <source>办事后 {days} 天补报</source>
        <translation>Filed {days} days after</translation>
    </message>
    <message>
        <source>要求提前 {days} 天</source>
        <translation>due {days} days ahead</translation>
    </message>
    <message>
        <source>要求当天告知，{days} 天内补手续</source>
        <translation>told on the day, on paper within {days} days</translation>
    </message>
    <message>
        <source>✕ {when}，迟报（{asked}）</source>
        <translation>✕ {when}: late ({asked})</translation>
    </message>
    <message>
        <source>✓ {when}，按时（{asked}）</source>
        <translation>✓ {when}: in time ({asked})</translation>
    </message>
    <message>
        <source>✕ 迟报</source>
        <translation>✕ Late</translation>
    </message>
    <message>
        <source>✓ 按时</source>
        <translation>✓ In time</translation>
    </message>
</context>
<context>
    <name>EventsPage</name>
    <message>
        <source>红白事</source>
        <translation>Events</translation>
    </message>
    <message>
        <source>事主、户编号、编号、地点</source>
        <translation>Host, household code, number or place</translation>
    </message>
    <message>
        <source>今年</source>
        <translation>This year</translation>
    </message>
    <message>
        <source>今年红事</source>
        <translation>Weddings this year</translation>
    </message>
    <message>
        <source>今年白事</source>
        <translation>Funerals this year</translation>
    </message>
    <message>
        <source>历年</source>
        <translation>All years</translation>
    </message>
    <message>
        <source>看标准</source>
        <translation>See the standard</translation>
    </message>
    <message>
        <source>白事报备</source>
        <translation>File a funeral</translation>
    </message>
    <message>
        <source>红事报备</source>
        <translation>File a wedding</translation>
    </message>
    <message>
        <source>先开会采用红白事标准，再报备。</source>
        <translation>Adopt a standard for events by a meeting first.</translation>
    </message>
    <message>
        <source>点“红事报备”或“白事报备”，边填边看超没超。</source>
        <translation>Press “File a wedding” or “File a funeral”; the verdict stands beside each figure.</translation>
    </message>
    <message>
        <source>回车打开一件，打报备表签字。</source>
        <translation>Enter opens an event; print its filing sheet for signing.</translation>
    </message>
    <message>
        <source>还没有这样的红白事。办事前来报备，会对照村里的标准。</source>
        <translation>No such events yet. They are filed beforehand and compared with the village&apos;s standard.</translation>
    </message>
    <message>
        <source>村里还没有红白事标准。先开会采用一份，才能报备。</source>
        <translation>The village has no standard for events yet. Adopt one by a meeting; then events can be filed.</translation>
    </message>
    <message>
        <source>采用标准</source>
        <translation>Adopt a standard</translation>
    </message>
    <message>
        <source>共 {count} 件：红事 {weddings} 件，白事 {funerals} 件。超标 {over} 件，迟报 {late} 件。</source>
        <translation>Events: {count}. Weddings {weddings}, funerals {funerals}. Over the limit {over}, filed late {late}.</translation>
    </message>
</context>
<context>
    <name>FiguresGrid</name>
    <message>
        <source>收起</source>
        <translation>Fewer</translation>
    </message>
    <message>
        <source>还有 {count} 项 ▾</source>
        <translation>{count} more ▾</translation>
    </message>
</context>
<context>
    <name>FindBox</name>
    <message>
        <source>没有找到“{text}”。换个写法，或试拼音首字母。</source>
        <translation>Nothing found for “{text}”. Try other words or pinyin initials.</translation>
    </message>
</context>
<context>
    <name>FirstRunWindow</name>
    <message>
        <source>红绿存折</source>
        <translation>Passbook Desk</translation>
    </message>
    <message>
        <source>一个村的积分、存折、红白事和公示，装在这一台电脑上，不用上网。</source>
        <translation>A village&apos;s points, passbooks, events and notices on this one computer, without the internet.</translation>
    </message>
    <message>
        <source>字多大看着舒服？选一个，以后随时能换。</source>
        <translation>Which text size is comfortable? You can change it at any time.</translation>
    </message>
    <message>
        <source>建我们村</source>
        <translation>Set up our village</translation>
    </message>
    <message>
        <source>填村名和乡镇，再导入花名册，约 15 分钟。</source>
        <translation>Give village and township, then import the roster: about 15 minutes.</translation>
    </message>
    <message>
        <source>先看示范村</source>
        <translation>Look at the sample village</translation>
    </message>
    <message>
        <source>一个编出来的村，随便点，弄不坏。</source>
        <translation>An invented village: click anything, nothing can break.</translation>
    </message>
    <message>
        <source>从旧电脑搬来</source>
        <translation>Move from the old computer</translation>
    </message>
    <message>
        <source>选一个备份文件，户和积分都跟过来。</source>
        <translation>Choose a backup file; households and points come along.</translation>
    </message>
    <message>
        <source>村或社区名</source>
        <translation>Village or community</translation>
    </message>
    <message>
        <source>乡镇或街道</source>
        <translation>Township</translation>
    </message>
    <message>
        <source>区划代码</source>
        <translation>Area code</translation>
    </message>
    <message>
        <source>12 位</source>
        <translation>12 digits</translation>
    </message>
    <message>
        <source>年度</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>年</source>
        <translation>year</translation>
    </message>
    <message>
        <source>您的姓名</source>
        <translation>Your name</translation>
    </message>
    <message>
        <source>印在存折的经手栏</source>
        <translation>Printed in the passbook&apos;s handler column</translation>
    </message>
    <message>
        <source>监督电话</source>
        <translation>Hotline</translation>
    </message>
    <message>
        <source>印在公示上，可以以后再填</source>
        <translation>Printed on notices; can be given later</translation>
    </message>
    <message>
        <source>建村</source>
        <translation>Set up</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>正在准备示范村，请稍候。</source>
        <translation>Preparing the sample village, please wait.</translation>
    </message>
    <message>
        <source>备份文件</source>
        <translation>Backup file</translation>
    </message>
    <message>
        <source>选择备份文件</source>
        <translation>Choose a backup file</translation>
    </message>
    <message>
        <source>搬到这台电脑</source>
        <translation>Move to this computer</translation>
    </message>
</context>
<context>
    <name>FormDialog</name>
    <message>
        <source>取消  Esc</source>
        <translation>Cancel  Esc</translation>
    </message>
</context>
<context>
    <name>FormPanel</name>
    <message>
        <source>{verb}  Ctrl+Enter</source>
        <translation>{verb}  Ctrl+Enter</translation>
    </message>
    <message>
        <source>请填{label}。</source>
        <translation>Please fill in: {label}.</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>三步做完</source>
        <translation>Three steps</translation>
    </message>
    <message>
        <source>常用的键</source>
        <translation>Useful keys</translation>
    </message>
    <message>
        <source>帮助：{page}</source>
        <translation>Help: {page}</translation>
    </message>
    <message>
        <source>返回上一页</source>
        <translation>Back to the last page</translation>
    </message>
    <message>
        <source>查找</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>下一格，或打开所选的一行</source>
        <translation>Next field, or open the chosen row</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>换页</source>
        <translation>Go to a page</translation>
    </message>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>字大 字小 标准</source>
        <translation>Text larger, smaller, standard</translation>
    </message>
    <message>
        <source>撤销上一笔</source>
        <translation>Undo the last act</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>首页</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>最近操作</source>
        <translation>Latest acts</translation>
    </message>
    <message>
        <source>看“本周、本月、本季”三栏：☐ 是等着办的事，☑ 是办好的。</source>
        <translation>Look at this week, this month, this quarter: ☐ waits for you, ☑ is done.</translation>
    </message>
    <message>
        <source>每一行右边最多一个按钮，按它就到办事的那一页。</source>
        <translation>A line has at most one button; it takes you to the page for the job.</translation>
    </message>
    <message>
        <source>记错了不用慌：在“最近操作”里按冲销，写明原因，原来那笔会留痕。</source>
        <translation>A wrong entry is no trouble: reverse it under “Latest acts” and say why. The old line stays visible.</translation>
    </message>
    <message>
        <source>现在没有要办的事。下一次公示从 {day} 起可以出。</source>
        <translation>Nothing to do now. The next notice can be issued from {day}.</translation>
    </message>
    <message>
        <source>已冲销 {lines} 笔。</source>
        <translation>{lines} lines reversed.</translation>
    </message>
    <message>
        <source>{lines} 笔 {points} 分</source>
        <translation>{lines} lines, {points} points</translation>
    </message>
    <message>
        <source>冲销</source>
        <translation>Reverse</translation>
    </message>
    <message>
        <source>已冲销</source>
        <translation>Reversed</translation>
    </message>
    <message>
        <source>冲销“{act}”共 {lines} 笔？原来的行留着，另记一行红字。</source>
        <translation>Reverse “{act}”, {lines} lines? The old lines stay; red ones are added.</translation>
    </message>
    <message>
        <source>整批冲销</source>
        <translation>Reverse all</translation>
    </message>
</context>
<context>
    <name>HouseholdEdit</name>
    <message>
        <source>没有找到“{text}”。换个写法，或试拼音首字母。</source>
        <translation>Nothing found for “{text}”. Try other words or pinyin initials.</translation>
    </message>
</context>
<context>
    <name>HouseholdPage</name>
    <message>
        <source>户</source>
        <translation>Households</translation>
    </message>
    <message>
        <source>这户还没有积分。</source>
        <translation>This household has no points yet.</translation>
    </message>
    <message>
        <source>记一笔</source>
        <translation>Enter points</translation>
    </message>
    <message>
        <source>这户没有在册的人。</source>
        <translation>Nobody is registered in this household.</translation>
    </message>
    <message>
        <source>冲销所选行</source>
        <translation>Reverse the line</translation>
    </message>
    <message>
        <source>打印存折</source>
        <translation>Print the passbook</translation>
    </message>
    <message>
        <source>上面一排按钮是这户的存折：★ 红折归党员，● 绿折归户；按一下看它的流水。</source>
        <translation>The buttons above are the household&apos;s passbooks: ★ red for a party member, ● green for the household. Press one to see its lines.</translation>
    </message>
    <message>
        <source>记错的行不能改也不能删：选中它按“冲销所选行”，写明原因，会另记一行红字。</source>
        <translation>A wrong line is neither changed nor deleted: choose it, press “Reverse the line” and say why; a red line is added.</translation>
    </message>
    <message>
        <source>“打印存折”打印按下的那一本。</source>
        <translation>“Print the passbook” prints the one pressed.</translation>
    </message>
    <message>
        <source>{head}户&#x3000;{code}&#x3000;{grid}</source>
        <translation>{head}&#x3000;{code}&#x3000;{grid}</translation>
    </message>
    <message>
        <source>第 {row} 行已冲销。</source>
        <translation>Line {row} is reversed.</translation>
    </message>
    <message>
        <source>门牌 {number} 号</source>
        <translation>House no. {number}</translation>
    </message>
    <message>
        <source>电话 {phone}</source>
        <translation>Phone {phone}</translation>
    </message>
    <message>
        <source>{count} 人：{names}</source>
        <translation>{count} people: {names}</translation>
    </message>
    <message>
        <source>成员 {count} 人</source>
        <translation>Members: {count}</translation>
    </message>
    <message>
        <source> 红折 {owner}</source>
        <translation> Red book {owner}</translation>
    </message>
    <message>
        <source> 绿折 本户</source>
        <translation> Green book</translation>
    </message>
    <message>
        <source>账号 {number}&#x3000;可用 {spendable} 分&#x3000;结余 {balance} 分&#x3000;考核 {assessment} 分&#x3000;{lines} 行</source>
        <translation>Account {number}&#x3000;Spendable {spendable}&#x3000;Balance {balance}&#x3000;Assessment {assessment}&#x3000;Lines {lines}</translation>
    </message>
    <message>
        <source>先在流水里选中要冲销的那一行。</source>
        <translation>Choose the line to reverse first.</translation>
    </message>
    <message>
        <source>冲销第 {row} 行“{item}”？原来的行留着，另记一行红字。</source>
        <translation>Reverse line {row} “{item}”? The old line stays; a red one is added.</translation>
    </message>
    <message>
        <source>冲销</source>
        <translation>Reverse</translation>
    </message>
</context>
<context>
    <name>HouseholdsPage</name>
    <message>
        <source>户册</source>
        <translation>Households</translation>
    </message>
    <message>
        <source>网格</source>
        <translation>Grid</translation>
    </message>
    <message>
        <source>姓名、拼音首字母、门牌、户编号</source>
        <translation>Name, pinyin initials, house no. or code</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>导入花名册</source>
        <translation>Import a roster</translation>
    </message>
    <message>
        <source>左边选网格，右边就是这个网格的户；上面可按姓名、拼音首字母、门牌或户编号查。</source>
        <translation>Choose a grid on the left to see its households on the right; above you find by name, pinyin initials, house number or code.</translation>
    </message>
    <message>
        <source>选中一户按 Enter，看这一户的人、存折和流水。</source>
        <translation>Press Enter on a household to see its people, passbooks and lines.</translation>
    </message>
    <message>
        <source>★ 红折是党员的，● 绿折是户的；可用分是绿折上能兑换的分。</source>
        <translation>★ Red books are party members&apos;, ● green ones households&apos;. Spendable points are those of the green book that can be redeemed.</translation>
    </message>
    <message>
        <source>没有找到“{text}”。可能是别的读音，或写法不同。</source>
        <translation>“{text}” was not found. It may be read or written another way.</translation>
    </message>
    <message>
        <source>看全部的户</source>
        <translation>All households</translation>
    </message>
    <message>
        <source>还没有户。先把花名册导进来，约 15 分钟。</source>
        <translation>No households yet. Import the roster first: about 15 minutes.</translation>
    </message>
    <message>
        <source>共 {households} 户 {residents} 人</source>
        <translation>Households {households}, people {residents}</translation>
    </message>
    <message>
        <source>全部网格</source>
        <translation>All grids</translation>
    </message>
    <message>
        <source>查找“{text}”</source>
        <translation>Found for “{text}”</translation>
    </message>
    <message>
        <source>{grid}&#x3000;{households} 户</source>
        <translation>{grid}&#x3000;{households}</translation>
    </message>
    <message>
        <source>全村</source>
        <translation>All grids</translation>
    </message>
    <message>
        <source>先在表里选一户。</source>
        <translation>Choose a household in the table first.</translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>导入</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>正在读取表格…</source>
        <translation>Reading the sheet…</translation>
    </message>
    <message>
        <source>重新选文件</source>
        <translation>Choose another file</translation>
    </message>
    <message>
        <source>撤销本次导入</source>
        <translation>Undo this import</translation>
    </message>
    <message>
        <source>再导入一份</source>
        <translation>Import another</translation>
    </message>
    <message>
        <source>看户册</source>
        <translation>See the households</translation>
    </message>
    <message>
        <source>选花名册或期初积分的表格（.xlsx、.xls 都行），也可以把文件拖到这一页上。</source>
        <translation>Choose the sheet of the roster or the opening balances (.xlsx or .xls), or drop it on this page.</translation>
    </message>
    <message>
        <source>先看试读：什么也没写。必须改的行不会导入，可在表里改好再选一次。</source>
        <translation>Look at the dry run: nothing is written. Rows that must be fixed are left out; fix them in the sheet and choose it again.</translation>
    </message>
    <message>
        <source>按导入才写进去；不对就按撤销本次导入，整批退回。</source>
        <translation>Only “Import” writes. If it is wrong, undo this import: the whole batch goes back.</translation>
    </message>
    <message>
        <source>正在读取“{file}”…</source>
        <translation>Reading “{file}”…</translation>
    </message>
    <message>
        <source>导入 {count} 户</source>
        <translation>Import {count} households</translation>
    </message>
    <message>
        <source>导入 {count} 个账户</source>
        <translation>Import {count} accounts</translation>
    </message>
    <message>
        <source>正在导入，请稍等…</source>
        <translation>Importing, please wait…</translation>
    </message>
    <message>
        <source>Excel 表格</source>
        <translation>Excel workbook</translation>
    </message>
    <message>
        <source>撤销第 {number} 批导入？导入的户、人和账户都会退回，已记过账的留着。</source>
        <translation>Undo import batch {number}? Its households, people and accounts go back; those with entries stay.</translation>
    </message>
    <message>
        <source>撤销导入</source>
        <translation>Undo the import</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>① 选文件</source>
        <translation>① Choose a file</translation>
    </message>
    <message>
        <source>② 看试读</source>
        <translation>② Look at the dry run</translation>
    </message>
    <message>
        <source>③ 完成</source>
        <translation>③ Done</translation>
    </message>
</context>
<context>
    <name>ImportsCard</name>
    <message>
        <source>已撤销</source>
        <translation>Undone</translation>
    </message>
    <message>
        <source>在用</source>
        <translation>In use</translation>
    </message>
    <message>
        <source>导入记录</source>
        <translation>Imports so far</translation>
    </message>
    <message>
        <source>还没有导入过表格。</source>
        <translation>Nothing has been imported yet.</translation>
    </message>
    <message>
        <source>撤销本次导入</source>
        <translation>Undo this import</translation>
    </message>
    <message>
        <source>撤销 {file}：新增的 {created} 条去掉，改过的 {changed} 条改回去。</source>
        <translation>Undo {file}: {created} new rows are removed, {changed} changed rows set back.</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>已撤销：去掉 {removed} 条，改回 {restored} 条。</source>
        <translation>Undone: {removed} rows removed, {restored} set back.</translation>
    </message>
    <message>
        <source>有 {count} 条后来改过或已有积分，留着没动：{names}</source>
        <translation>{count} rows were changed later or have points and stay: {names}</translation>
    </message>
</context>
<context>
    <name>LedgerPage</name>
    <message>
        <source>积分录入</source>
        <translation>Points entry</translation>
    </message>
    <message>
        <source>已记</source>
        <translation>Entered</translation>
    </message>
    <message>
        <source>姓名、拼音首字母、户编号、存折号</source>
        <translation>Name, pinyin initials, household code or passbook no.</translation>
    </message>
    <message>
        <source>没有找到这一户</source>
        <translation>No such household</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>点名：选日期、事项、网格，空格勾选，Ctrl+A 全勾，打拼音首字母跳到那一户，F8 保存。</source>
        <translation>Roll call: choose date, item and grid; Space ticks, Ctrl+A ticks all, pinyin initials jump to a household, F8 saves.</translation>
    </message>
    <message>
        <source>单户：先选事项，再查这一户的存折，F8 保存。</source>
        <translation>Single entry: choose the item, find the household&apos;s passbook, F8 saves.</translation>
    </message>
    <message>
        <source>记错了：按提示里的撤销，或在“最近操作”里整批冲销；原来的行会留痕。</source>
        <translation>Wrong entry: press Undo in the message, or “Reverse all” under “Latest acts”; the old lines stay visible.</translation>
    </message>
    <message>
        <source>可用 {spendable} 分&#x3000;结余 {balance} 分&#x3000;{grid}</source>
        <translation>Spendable {spendable}&#x3000;Balance {balance}&#x3000;{grid}</translation>
    </message>
    <message>
        <source>已记 {count} {total}</source>
        <translation>Entered: {count}, {total}</translation>
    </message>
    <message>
        <source>记{count}</source>
        <translation>Enter: {count}</translation>
    </message>
    <message>
        <source>刚记错</source>
        <translation>Just entered by mistake</translation>
    </message>
    <message>
        <source>已冲销 {lines} 笔。</source>
        <translation>{lines} lines reversed.</translation>
    </message>
    <message>
        <source>请填日期。</source>
        <translation>Please give the date.</translation>
    </message>
    <message>
        <source>请先选事项，按 F7 看全部。</source>
        <translation>Choose an item first; F7 shows all.</translation>
    </message>
    <message>
        <source>请先查出要记的那一户或那一本存折。</source>
        <translation>Find the household or passbook first.</translation>
    </message>
    <message>
        <source>请先选一个网格。</source>
        <translation>Choose a grid first.</translation>
    </message>
    <message>
        <source>还没有勾选。空格勾一户，Ctrl+A 全勾。</source>
        <translation>Nothing is ticked. Space ticks a household, Ctrl+A all.</translation>
    </message>
    <message>
        <source>点名</source>
        <translation>Roll call</translation>
    </message>
    <message>
        <source>单户</source>
        <translation>Single entry</translation>
    </message>
    <message>
        <source>最近操作</source>
        <translation>Latest acts</translation>
    </message>
    <message>
        <source>全勾</source>
        <translation>Tick all</translation>
    </message>
    <message>
        <source>清空</source>
        <translation>Untick all</translation>
    </message>
    <message>
        <source>选一个网格，就会出现这个网格的户。</source>
        <translation>Choose a grid to see its households.</translation>
    </message>
    <message>
        <source>选网格  F7</source>
        <translation>Choose a grid  F7</translation>
    </message>
    <message>
        <source>记给谁</source>
        <translation>For whom</translation>
    </message>
    <message>
        <source>这个网格里没有可以记这个事项的存折。</source>
        <translation>No passbook of this grid can take this item.</translation>
    </message>
    <message>
        <source>已勾 {count}</source>
        <translation>Ticked: {count}</translation>
    </message>
    <message>
        <source>{count}这天已记过</source>
        <translation>{count} already entered that day</translation>
    </message>
    <message>
        <source>冲销“{act}”共 {lines} 笔？原来的行留着，另记一行红字。</source>
        <translation>Reverse “{act}”, {lines} lines? The old lines stay; red ones are added.</translation>
    </message>
    <message>
        <source>整批冲销</source>
        <translation>Reverse all</translation>
    </message>
    <message>
        <source>冲销</source>
        <translation>Reverse</translation>
    </message>
</context>
<context>
    <name>LenientDateEdit</name>
    <message>
        <source>写成 6.3 或 2024.6.3</source>
        <translation>Write 6.3 or 2024.6.3</translation>
    </message>
</context>
<context>
    <name>Meeting</name>
    <message>
        <source>✕ 要改</source>
        <translation>✕ Must fix</translation>
    </message>
    <message>
        <source>▲ 请核对</source>
        <translation>▲ Check</translation>
    </message>
    <message>
        <source>✓ 已改好</source>
        <translation>✓ Tidied</translation>
    </message>
    <message>
        <source>第 {row} 行 {column}</source>
        <translation>Row {row} {column}</translation>
    </message>
</context>
<context>
    <name>MeetingDialog</name>
    <message>
        <source>开会日期</source>
        <translation>Meeting on</translation>
    </message>
    <message>
        <source>会议记录号</source>
        <translation>Minutes no.</translation>
    </message>
    <message>
        <source>执行日期</source>
        <translation>In force from</translation>
    </message>
    <message>
        <source>采用</source>
        <translation>Adopt</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>{year}年一季度</source>
        <translation>{year} Q1</translation>
    </message>
    <message>
        <source>{year}年二季度</source>
        <translation>{year} Q2</translation>
    </message>
    <message>
        <source>{year}年三季度</source>
        <translation>{year} Q3</translation>
    </message>
    <message>
        <source>{year}年四季度</source>
        <translation>{year} Q4</translation>
    </message>
    <message>
        <source>… 未到期</source>
        <translation>… Not yet</translation>
    </message>
    <message>
        <source>▲ 可发布</source>
        <translation>▲ Can be issued</translation>
    </message>
    <message>
        <source>✓ 已发布</source>
        <translation>✓ Issued</translation>
    </message>
</context>
<context>
    <name>NoticesPage</name>
    <message>
        <source>公示</source>
        <translation>Notices</translation>
    </message>
    <message>
        <source>墙上公示不会出现：身份证号 电话 银行账号</source>
        <translation>Never on the wall: ID, phone and bank numbers</translation>
    </message>
    <message>
        <source>还没有可以公示的季度。</source>
        <translation>No quarter to show yet.</translation>
    </message>
    <message>
        <source>选一个季度，先“看校样”。校样什么也不存，可以看几次。</source>
        <translation>Choose a quarter and look at the proof first. A proof stores nothing.</translation>
    </message>
    <message>
        <source>季度过完、数核对好了，点“发布”：编号和每一行从此固定。</source>
        <translation>Once the quarter is over and checked, press “Issue”: number and lines are fixed from then on.</translation>
    </message>
    <message>
        <source>打印张贴，或存为 PDF、Excel。以后再打，编号和数都一样。</source>
        <translation>Print it for the wall, or save as PDF or Excel. Later prints have the same number and figures.</translation>
    </message>
    <message>
        <source>{quarter}公示</source>
        <translation>Notice, {quarter}</translation>
    </message>
    <message>
        <source>{quarter}公示校样</source>
        <translation>Proof of the notice, {quarter}</translation>
    </message>
    <message>
        <source>已发布{quarter}公示，编号 {number}。</source>
        <translation>Notice {number} issued: {quarter}.</translation>
    </message>
    <message>
        <source>已存为 {name}。</source>
        <translation>Saved as {name}.</translation>
    </message>
    <message>
        <source>{quarter}已过，可以发布公示了。先看校样，核对好再发布。</source>
        <translation>{quarter} is over, its notice can be issued. Check the proof first.</translation>
    </message>
    <message>
        <source>{day} 出{quarter}公示。现在可以先看校样。</source>
        <translation>The notice of {quarter} comes on {day}. The proof can be seen now.</translation>
    </message>
    <message>
        <source>看校样</source>
        <translation>See the proof</translation>
    </message>
    <message>
        <source>存为 Excel</source>
        <translation>Save as Excel</translation>
    </message>
    <message>
        <source>发布</source>
        <translation>Issue</translation>
    </message>
    <message>
        <source>重打公示</source>
        <translation>Print it again</translation>
    </message>
    <message>
        <source>正在排公示…</source>
        <translation>Laying out the notice…</translation>
    </message>
    <message>
        <source>发布公示</source>
        <translation>Issue the notice</translation>
    </message>
    <message>
        <source>发布{quarter}公示？发布后不能收回。</source>
        <translation>Issue the notice of {quarter}? It cannot be taken back.</translation>
    </message>
    <message>
        <source>编号和每一行的数从此固定，再打都一样。这个季度也关上：以后补记、冲销的分算进下一季度。</source>
        <translation>Its number and every figure are fixed from now on. The quarter is closed too: later entries and reversals count for the next one.</translation>
    </message>
    <message>
        <source>Excel 表格</source>
        <translation>Excel workbook</translation>
    </message>
    <message>
        <source>正在存为 Excel…</source>
        <translation>Saving as Excel…</translation>
    </message>
</context>
<context>
    <name>Passbooks</name>
    <message>
        <source>红色存折</source>
        <translation>Red book</translation>
    </message>
    <message>
        <source>绿色存折</source>
        <translation>Green book</translation>
    </message>
    <message>
        <source>空折</source>
        <translation>Empty</translation>
    </message>
    <message>
        <source>{first}–{last} 行</source>
        <translation>Lines {first}–{last}</translation>
    </message>
    <message>
        <source>第 {line} 行</source>
        <translation>Line {line}</translation>
    </message>
</context>
<context>
    <name>PreviewPanel</name>
    <message>
        <source>PDF 文件</source>
        <translation>PDF file</translation>
    </message>
    <message>
        <source>存为 PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>已存为 {name}，共 {count} 页。</source>
        <translation>Saved as {name}, {count} pages.</translation>
    </message>
    <message>
        <source>正在生成 PDF…</source>
        <translation>Making the PDF…</translation>
    </message>
    <message>
        <source>已送打印机，共 {count} 页。</source>
        <translation>Sent to the printer, {count} pages.</translation>
    </message>
    <message>
        <source>打印机没有准备好，没有打印。请检查打印机，或先存为 PDF。</source>
        <translation>The printer is not ready, nothing was printed. Check it, or save as PDF.</translation>
    </message>
    <message>
        <source>上一页</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>下一页</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>适合宽度</source>
        <translation>Fit width</translation>
    </message>
    <message>
        <source>纸上大小</source>
        <translation>True size</translation>
    </message>
    <message>
        <source>打印机</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>第 {page} 页 共 {count} 页</source>
        <translation>Page {page} of {count}</translation>
    </message>
    <message>
        <source>还没有可看的页</source>
        <translation>No pages yet</translation>
    </message>
</context>
<context>
    <name>PreviewStep</name>
    <message>
        <source>没有要改、要核对的地方。</source>
        <translation>Nothing to fix or check.</translation>
    </message>
    <message>
        <source>表里没有可导入的户。</source>
        <translation>The sheet has no household to import.</translation>
    </message>
    <message>
        <source>没有改动原有的户和人。</source>
        <translation>No household or person is changed.</translation>
    </message>
    <message>
        <source>户</source>
        <translation>Households</translation>
    </message>
    <message>
        <source>个账户</source>
        <translation>accounts</translation>
    </message>
    <message>
        <source>可导入</source>
        <translation>Can be imported</translation>
    </message>
    <message>
        <source>请核对</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>{count} 处</source>
        <translation>{count} places</translation>
    </message>
    <message>
        <source>必须改</source>
        <translation>Must fix</translation>
    </message>
    <message>
        <source>要看的 {count} 处</source>
        <translation>To look at: {count}</translation>
    </message>
    <message>
        <source>各网格 {count} 个</source>
        <translation>By grid: {count}</translation>
    </message>
    <message>
        <source>改动 {count} 处</source>
        <translation>Changes: {count}</translation>
    </message>
    <message>
        <source>{count} 户都已存在，更新 0 项，不用导入。</source>
        <translation>All {count} households are there already, nothing changes: no import needed.</translation>
    </message>
    <message>
        <source>这份表里没有可以导入的内容，请看下面的说明。</source>
        <translation>Nothing in this sheet can be imported. See the explanations below.</translation>
    </message>
    <message>
        <source>这份文件已作为第 {number} 批导入过，再导入只补有变化的地方。</source>
        <translation>This file was imported as batch {number}; a second import only adds what differs.</translation>
    </message>
    <message>
        <source>必须改的行不会导入。可以先导入其余的，改好表格后再导入一次。</source>
        <translation>Rows that must be fixed are left out. Import the rest now, fix the sheet and import it again.</translation>
    </message>
    <message>
        <source>{file}：{residents} 人，党员 {party} 人。新增 {households} 户 {people} 人，改动 {changes} 处，另有 {same} 户原来就在册。</source>
        <translation>{file}: {residents} people, {party} party members. New: {households} households, {people} people; changes: {changes}; {same} households were there before.</translation>
    </message>
</context>
<context>
    <name>PrintPage</name>
    <message>
        <source>打印中心</source>
        <translation>Print centre</translation>
    </message>
    <message>
        <source>选网格和红绿，或查找一户；表里列出的就是要打的存折。</source>
        <translation>Choose grid and colour, or find a household; the table shows the passbooks to print.</translation>
    </message>
    <message>
        <source>F12 看列出的全部，回车只看选中的一本。</source>
        <translation>F12 shows all that are listed, Enter the chosen one.</translation>
    </message>
    <message>
        <source>打印或存为 PDF。打印件只供查看，不是存折，不算登折。</source>
        <translation>Print or save as PDF. The print is for reading: it is not the passbook.</translation>
    </message>
    <message>
        <source>打印记录</source>
        <translation>Prints so far</translation>
    </message>
    <message>
        <source>全村</source>
        <translation>Whole village</translation>
    </message>
    <message>
        <source>列出 {count} 本：红色 {red} 本，绿色 {green} 本。回车只看选中的一本。</source>
        <translation>Listed: {count}, red {red}, green {green}. Enter shows the chosen one.</translation>
    </message>
    <message>
        <source>{book} {count} 本</source>
        <translation>{book}: {count}</translation>
    </message>
    <message>
        <source>截至 {day} 的打印件：只供查看，不是存折，不算登折。</source>
        <translation>Print as of {day}: for reading, not the passbook.</translation>
    </message>
    <message>
        <source>最近 {count} 本。</source>
        <translation>The latest {count}.</translation>
    </message>
    <message>
        <source>{count} 本已记入打印记录。</source>
        <translation>{count} added to the prints so far.</translation>
    </message>
    <message>
        <source>看打印记录</source>
        <translation>Prints so far</translation>
    </message>
    <message>
        <source>范围</source>
        <translation>Which</translation>
    </message>
    <message>
        <source>姓名、拼音首字母、门牌、户编号、账号</source>
        <translation>Name, pinyin initials, house no., code or account</translation>
    </message>
    <message>
        <source>红绿都要</source>
        <translation>Red and green</translation>
    </message>
    <message>
        <source>只要红色</source>
        <translation>Red only</translation>
    </message>
    <message>
        <source>只要绿色</source>
        <translation>Green only</translation>
    </message>
    <message>
        <source>还没有打印过存折。</source>
        <translation>No passbook has been printed yet.</translation>
    </message>
    <message>
        <source>去打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>看列出的全部</source>
        <translation>Show all listed</translation>
    </message>
    <message>
        <source>存折打印件</source>
        <translation>Passbook print</translation>
    </message>
    <message>
        <source>正在排存折…</source>
        <translation>Laying out the passbooks…</translation>
    </message>
    <message>
        <source>红绿存折 {count} 本</source>
        <translation>Passbooks {count}</translation>
    </message>
    <message>
        <source>{book} {number} {owner}</source>
        <translation>{book} {number} {owner}</translation>
    </message>
    <message>
        <source>没有这样的存折。</source>
        <translation>No such passbook.</translation>
    </message>
    <message>
        <source>列出全部</source>
        <translation>List all</translation>
    </message>
    <message>
        <source>还没有存折。先把花名册导进来，每户就有一本。</source>
        <translation>No passbooks yet. Import the roster first, then every household has one.</translation>
    </message>
    <message>
        <source>导入花名册</source>
        <translation>Import a roster</translation>
    </message>
</context>
<context>
    <name>ProgressStrip</name>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>正在处理…</source>
        <translation>Working…</translation>
    </message>
</context>
<context>
    <name>QtDialogs</name>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>知道了</source>
        <translation>OK</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>首页</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>户册</source>
        <translation>Households</translation>
    </message>
    <message>
        <source>积分录入</source>
        <translation>Points entry</translation>
    </message>
    <message>
        <source>红白事</source>
        <translation>Events</translation>
    </message>
    <message>
        <source>公示</source>
        <translation>Notices</translation>
    </message>
    <message>
        <source>打印中心</source>
        <translation>Print centre</translation>
    </message>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
</context>
<context>
    <name>RecentActs</name>
    <message>
        <source>最近操作</source>
        <translation>Latest acts</translation>
    </message>
    <message>
        <source>整批冲销</source>
        <translation>Reverse all</translation>
    </message>
    <message>
        <source>还没有记过分。</source>
        <translation>No points entered yet.</translation>
    </message>
</context>
<context>
    <name>ReportForm</name>
    <message>
        <source>姓名、拼音首字母、户编号</source>
        <translation>Name, pinyin initials or household code</translation>
    </message>
    <message>
        <source>已签承诺书</source>
        <translation>The pledge is signed</translation>
    </message>
    <message>
        <source>填了办事日期，就知道是否按时报备。</source>
        <translation>Give the date to see whether it is filed in time.</translation>
    </message>
    <message>
        <source>事主</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>办事日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>事由</source>
        <translation>Occasion</translation>
    </message>
    <message>
        <source>地点</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>联系人</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>厨师队</source>
        <translation>Cook team</translation>
    </message>
    <message>
        <source>承诺书</source>
        <translation>Pledge</translation>
    </message>
    <message>
        <source>适用标准</source>
        <translation>Standard for</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>程序出了意外，这一步没有做成，请再试一次。</source>
        <translation>The program failed, this step was not done. Please try again.</translation>
    </message>
    <message>
        <source>已取消，什么也没有改动。</source>
        <translation>Cancelled, nothing was changed.</translation>
    </message>
    <message>
        <source>电脑缺少 {what}，请运行：{fix}</source>
        <translation>The computer lacks {what}. Please run: {fix}</translation>
    </message>
    <message>
        <source>“{text}”不是季度，请写成 2026Q2 或 2026年二季度。</source>
        <translation>“{text}” is no quarter. Write 2026Q2 or 2026年二季度.</translation>
    </message>
    <message>
        <source>“{text}”不是日期，请写成 2026.6.3。</source>
        <translation>“{text}” is no date. Write 2026.6.3.</translation>
    </message>
    <message>
        <source>“{text}”不是数，请填数字，最多两位小数。</source>
        <translation>“{text}” is no number. Give digits with at most two decimals.</translation>
    </message>
    <message>
        <source>村文件正被另一个程序占用 {holder}，请先关掉它。</source>
        <translation>Another program holds the village file {holder}. Close it first.</translation>
    </message>
    <message>
        <source>找不到村文件“{path}”，请看看是否移走或改了名。</source>
        <translation>The village file “{path}” is not there. Was it moved or renamed?</translation>
    </message>
    <message>
        <source>“{path}”已经有了，没有覆盖，请换个名字。</source>
        <translation>“{path}” exists and was not replaced. Choose another name.</translation>
    </message>
    <message>
        <source>“{path}”不是本程序的村文件，请另选一个。</source>
        <translation>“{path}” is no village file of this program. Choose another.</translation>
    </message>
    <message>
        <source>文件由新版 {file_version} 保存，本程序是 {program_version}，请先升级程序。</source>
        <translation>Version {file_version} saved this file, this program is {program_version}. Upgrade the program first.</translation>
    </message>
    <message>
        <source>磁盘满了，这一步没有保存，请腾出空间再试。</source>
        <translation>The disk is full, this step was not saved. Make room and try again.</translation>
    </message>
    <message>
        <source>磁盘读写失败，这一步没有保存，请检查磁盘并马上备份。</source>
        <translation>The disk failed, this step was not saved. Check the disk and back up at once.</translation>
    </message>
    <message>
        <source>“{path}”不能写入，请检查文件夹权限或换个位置。</source>
        <translation>“{path}” cannot be written. Check the folder&apos;s rights or choose another place.</translation>
    </message>
    <message>
        <source>保存的安全设置 {setting} 没有生效，为保险起见不写入，请联系维护人员。</source>
        <translation>The safety setting {setting} did not take effect, so nothing is written. Ask support.</translation>
    </message>
    <message>
        <source>村文件已损坏，请用最近的备份恢复。（{detail}）</source>
        <translation>The village file is damaged. Restore the latest backup. ({detail})</translation>
    </message>
    <message>
        <source>村文件的结构被改动过（{name}），请用最近的备份恢复。</source>
        <translation>The structure of the village file was altered ({name}). Restore the latest backup.</translation>
    </message>
    <message>
        <source>文字里有半个字，存不下来，请删掉重打。</source>
        <translation>The text holds half a character and cannot be stored. Type it again.</translation>
    </message>
    <message>
        <source>这些字打不出来：{characters}，在“{where}”。请在设置里加一个字体。</source>
        <translation>These characters cannot be printed: {characters}, in “{where}”. Add a font in Settings.</translation>
    </message>
    <message>
        <source>缺少字体文件“{path}”，请重新安装程序。</source>
        <translation>The font file “{path}” is missing. Install the program again.</translation>
    </message>
    <message>
        <source>字体“{path}”不能用于打印，请换一个 TrueType 字体。</source>
        <translation>The font “{path}” cannot be used for printing. Choose a TrueType font.</translation>
    </message>
    <message>
        <source>“{path}”写不进去，可能正被 WPS 打开，请关掉它或另存。</source>
        <translation>“{path}” cannot be written, it may be open in WPS. Close it or save elsewhere.</translation>
    </message>
    <message>
        <source>磁盘满了，“{path}”没有写成，请腾出空间再试。</source>
        <translation>The disk is full, “{path}” was not written. Make room and try again.</translation>
    </message>
    <message>
        <source>“{path}”写完核对不一致（{sheet} {cell}），没有保存，请再试一次。</source>
        <translation>“{path}” read back differently ({sheet} {cell}) and was not saved. Try again.</translation>
    </message>
    <message>
        <source>表“{sheet}”的 {cell} 格有 {length} 字，超过上限，请删短。</source>
        <translation>Cell {cell} of sheet “{sheet}” has {length} characters, too many. Shorten it.</translation>
    </message>
    <message>
        <source>表“{sheet}”行数太多，一张放不下，请分网格导出。</source>
        <translation>Sheet “{sheet}” has too many rows. Export by grid.</translation>
    </message>
    <message>
        <source>备份写不进“{path}”，请看 U 盘有没有插好，再试一次。</source>
        <translation>The backup cannot be written to “{path}”. Check the USB stick and try again.</translation>
    </message>
    <message>
        <source>找不到备份“{path}”，请再选一次。</source>
        <translation>The backup “{path}” is not there. Choose again.</translation>
    </message>
    <message>
        <source>“{path}”不是本程序的备份，请选 .pbd 文件。</source>
        <translation>“{path}” is no backup of this program. Choose a .pbd file.</translation>
    </message>
    <message>
        <source>备份“{path}”已损坏，什么都没有动，请用另一份。</source>
        <translation>The backup “{path}” is damaged, nothing was touched. Use another one.</translation>
    </message>
    <message>
        <source>这是{backup_village}的备份，现在打开的是{village}，没有恢复。</source>
        <translation>This is a backup of {backup_village}, but {village} is open. Nothing was restored.</translation>
    </message>
    <message>
        <source>还没有打开过村的文件，请用 --village 指定，或先建村。</source>
        <translation>No village file was opened yet. Give --village, or set up a village first.</translation>
    </message>
    <message>
        <source>写出的内容读回来不一致，请重新安装程序。</source>
        <translation>What was written reads back differently. Install the program again.</translation>
    </message>
    <message>
        <source>村名和乡镇都要填，请补上。</source>
        <translation>Village and township are both needed. Please fill them in.</translation>
    </message>
    <message>
        <source>区划代码要 12 位数字，填的是“{text}”，请核对。</source>
        <translation>The area code has 12 digits, not “{text}”. Please check.</translation>
    </message>
    <message>
        <source>年度应在 2000 到 2100 之间，填的是“{text}”，请改。</source>
        <translation>The year lies between 2000 and 2100, not “{text}”. Please change it.</translation>
    </message>
    <message>
        <source>公示天数应在 1 到 90 之间，请改。</source>
        <translation>Days of notice lie between 1 and 90. Please change them.</translation>
    </message>
    <message>
        <source>请填您的姓名，存折的经手栏要印。</source>
        <translation>Please give your name, it is printed as handler in passbooks.</translation>
    </message>
    <message>
        <source>操作记录第 {seq} 条校验不符，可能被改动过。请停止记账，从备份恢复。</source>
        <translation>Record {seq} of the activity log does not verify, it may have been altered. Stop entering and restore a backup.</translation>
    </message>
    <message>
        <source>资料（{table} {uid}）在程序之外被改动过。请停止记账，从备份恢复。</source>
        <translation>A record ({table} {uid}) was altered outside the program. Stop entering and restore a backup.</translation>
    </message>
    <message>
        <source>没有账号“{number}”，请核对存折上的号码。</source>
        <translation>There is no account “{number}”. Check the number in the passbook.</translation>
    </message>
    <message>
        <source>账号“{number}”不对，可能输错了一位，请再看一遍存折。</source>
        <translation>Account “{number}” is wrong, perhaps by one digit. Look at the passbook again.</translation>
    </message>
    <message>
        <source>没有第 {seq} 行，请核对行号。</source>
        <translation>There is no line {seq}. Check the line number.</translation>
    </message>
    <message>
        <source>第 {seq} 行已由第 {by} 行冲销，不用再冲。</source>
        <translation>Line {seq} is already reversed by line {by}.</translation>
    </message>
    <message>
        <source>第 {seq} 行本身是冲销，不能再冲；要恢复请重新记一笔。</source>
        <translation>Line {seq} is itself a reversal. To bring the points back, enter them again.</translation>
    </message>
    <message>
        <source>这一批已经全部冲销，不用再冲。</source>
        <translation>This batch is already reversed as a whole.</translation>
    </message>
    <message>
        <source>冲销要写原因，请补上。</source>
        <translation>A reversal needs a reason. Please give it.</translation>
    </message>
    <message>
        <source>还没有选户或账户，请先选。</source>
        <translation>No household or account is chosen. Choose first.</translation>
    </message>
    <message>
        <source>账号 {number} 选了两次，请去掉一个。</source>
        <translation>Account {number} is chosen twice. Remove one.</translation>
    </message>
    <message>
        <source>发生日期 {day} 在今天（{today}）之后，请改成已经发生的日子。</source>
        <translation>The day {day} is after today ({today}). Give a day that has passed.</translation>
    </message>
    <message>
        <source>“{item}”不能记在账号 {number} 上，请换事项或换存折。</source>
        <translation>“{item}” cannot be entered for account {number}. Change item or passbook.</translation>
    </message>
    <message>
        <source>分值不能是 0，请填分值。</source>
        <translation>Points cannot be 0. Give a value.</translation>
    </message>
    <message>
        <source>一笔最多一百万分，请核对分值。</source>
        <translation>An entry has at most a million points. Check the value.</translation>
    </message>
    <message>
        <source>账号 {number} 的可用积分不够，请核对要兑换的分数。</source>
        <translation>Account {number} has too few points to spend. Check the points to redeem.</translation>
    </message>
    <message>
        <source>账号 {number} 已有期初积分，请先撤销上次的期初导入。</source>
        <translation>Account {number} has an opening balance. Undo the earlier import first.</translation>
    </message>
    <message>
        <source>账号 {number} 的累计积分比可用积分少，请核对表格。</source>
        <translation>Account {number} has fewer points in total than spendable. Check the sheet.</translation>
    </message>
    <message>
        <source>这张单子已经记过别的内容，请重新开一张。</source>
        <translation>This form was already used for something else. Open a new one.</translation>
    </message>
    <message>
        <source>第 {seq} 行校验不符，账被改动过。请停止记账，从备份恢复。</source>
        <translation>Line {seq} does not verify, the ledger was altered. Stop entering and restore a backup.</translation>
    </message>
    <message>
        <source>第 {seq} 行（账号 {number}）的结余接不上。请停止记账，从备份恢复。</source>
        <translation>The balance of line {seq} (account {number}) does not follow. Stop entering and restore a backup.</translation>
    </message>
    <message>
        <source>账号 {number} 的结余与流水不符。请停止记账，从备份恢复。</source>
        <translation>The balance of account {number} differs from its lines. Stop entering and restore a backup.</translation>
    </message>
    <message>
        <source>有一批（{uid}）没有流水。请停止记账，从备份恢复。</source>
        <translation>A batch ({uid}) has no lines. Stop entering and restore a backup.</translation>
    </message>
    <message>
        <source>第 {seq} 行的摘要被改动过。请停止记账，从备份恢复。</source>
        <translation>The note of line {seq} was altered. Stop entering and restore a backup.</translation>
    </message>
    <message>
        <source>第 {seq} 行与打印或备份时的校验码（{kind}）不符，账被改动或不是最新的。请从备份恢复。</source>
        <translation>Line {seq} differs from the code printed or backed up ({kind}): altered or not the latest. Restore a backup.</translation>
    </message>
    <message>
        <source>没有账号“{text}”，这一行没有导入，请核对。</source>
        <translation>There is no account “{text}”, this row was not imported. Please check.</translation>
    </message>
    <message>
        <source>没有户编号“{text}”，这一行没有导入，请核对。</source>
        <translation>There is no household “{text}”, this row was not imported. Please check.</translation>
    </message>
    <message>
        <source>户 {text} 里找不到这位党员，这一行没有导入。</source>
        <translation>Household {text} has no such member, this row was not imported.</translation>
    </message>
    <message>
        <source>没有账号也没有户编号，这一行没有导入。</source>
        <translation>Neither account nor household code, this row was not imported.</translation>
    </message>
    <message>
        <source>账号 {text} 在表里出现两次，后一行没有导入。</source>
        <translation>Account {text} stands twice in the sheet, the later row was not imported.</translation>
    </message>
    <message>
        <source>“{text}”不是积分数，这一行没有导入，请改。</source>
        <translation>“{text}” is no number of points, this row was not imported. Please change it.</translation>
    </message>
    <message>
        <source>账号 {text} 已有期初积分，这一行没有导入。</source>
        <translation>Account {text} has an opening balance, this row was not imported.</translation>
    </message>
    <message>
        <source>累计积分比可用积分少，这一行没有导入，请核对。</source>
        <translation>Fewer points in total than spendable, this row was not imported. Please check.</translation>
    </message>
    <message>
        <source>准备打印时又记了账，这一版没有打印，请重新打印。</source>
        <translation>Entries were made meanwhile, this version was not printed. Print again.</translation>
    </message>
    <message>
        <source>{quarter}要过了 {last_on} 才能出榜，现在只能打校样。</source>
        <translation>{quarter} can be issued after {last_on}; until then only a proof.</translation>
    </message>
    <message>
        <source>公示 {number} 和出榜时不一样，请不要再记账，用备份核对。</source>
        <translation>Notice {number} differs from when it was issued. Stop entering and compare with a backup.</translation>
    </message>
    <message>
        <source>公示 {number} 第 {line} 行的数和账本对不上，请不要再记账，用备份核对。</source>
        <translation>Line {line} of notice {number} differs from the ledger. Stop entering and compare with a backup.</translation>
    </message>
    <message>
        <source>找不到表格“{path}”，请看看是否移走或改了名。</source>
        <translation>The sheet “{path}” is not there. Was it moved or renamed?</translation>
    </message>
    <message>
        <source>“{path}”读不了，可能正被别的程序打开，请关掉它再试。</source>
        <translation>“{path}” cannot be read, it may be open elsewhere. Close it and try again.</translation>
    </message>
    <message>
        <source>“{file}”不是 Excel 表格，请在 WPS 或 Excel 里另存为 .xlsx 再导入。</source>
        <translation>“{file}” is no Excel workbook. Save it as .xlsx in WPS or Excel first.</translation>
    </message>
    <message>
        <source>“{file}”有密码，请在 WPS 或 Excel 里去掉密码另存一份再导入。</source>
        <translation>“{file}” has a password. Save a copy without it first.</translation>
    </message>
    <message>
        <source>“{file} {sheet}”太大，一张表最多 {rows} 行、{columns} 列，请分成几份再导入。</source>
        <translation>“{file} {sheet}” is too large: at most {rows} rows and {columns} columns. Split it first.</translation>
    </message>
    <message>
        <source>“{file}”已损坏，读不出来，请用 WPS 或 Excel 打开后另存一份再试。</source>
        <translation>“{file}” is damaged. Open it in WPS or Excel and save a copy.</translation>
    </message>
    <message>
        <source>“{file}”里什么也没有，请看看是不是选错了文件。</source>
        <translation>“{file}” is empty. Is it the right file?</translation>
    </message>
    <message>
        <source>“{file}”里没有工作表“{sheet}”，只有：{sheets}。请另选。</source>
        <translation>“{file}” has no sheet “{sheet}”, only: {sheets}. Choose another.</translation>
    </message>
    <message>
        <source>“{file} {sheet}”里找不到表头，缺这些列：{missing}。请补上列名再导入。</source>
        <translation>No header was found in “{file} {sheet}”; missing columns: {missing}. Add their titles first.</translation>
    </message>
    <message>
        <source>没有第 {number} 号导入，请核对编号。</source>
        <translation>There is no import {number}. Check the number.</translation>
    </message>
    <message>
        <source>第 {number} 号导入已经撤销过了，不用再撤。</source>
        <translation>Import {number} is already undone.</translation>
    </message>
    <message>
        <source>没有户编号“{text}”，请核对。</source>
        <translation>There is no household “{text}”. Please check.</translation>
    </message>
    <message>
        <source>没有网格“{text}”，请核对网格编码。</source>
        <translation>There is no grid “{text}”. Check the grid code.</translation>
    </message>
    <message>
        <source>只读了这一张表，这些没有读：{sheets}。要导入请另选工作表。</source>
        <translation>Only this sheet was read, not: {sheets}. Choose another sheet to import it.</translation>
    </message>
    <message>
        <source>这一格的文字超过 2000 字，没有导入，请改短。</source>
        <translation>This cell has more than 2000 characters and was not imported. Shorten it.</translation>
    </message>
    <message>
        <source>这一格的公式没有结果，按空格处理，请在 Excel 里打开保存一次。</source>
        <translation>The formula has no result and counts as empty. Open and save it in Excel.</translation>
    </message>
    <message>
        <source>这一格是公式错误 {text}，按空格处理。</source>
        <translation>This cell is the formula error {text} and counts as empty.</translation>
    </message>
    <message>
        <source>这一行没有姓名，没有导入，请补上。</source>
        <translation>This row has no name and was not imported. Please add it.</translation>
    </message>
    <message>
        <source>{name}没有户编号，这一行没有导入，请补上。</source>
        <translation>{name} has no household code, this row was not imported. Please add it.</translation>
    </message>
    <message>
        <source>{name}的户编号“{code}”不对，应是 01001 这样的数字，这一行没有导入。</source>
        <translation>{name}: household code “{code}” is wrong, it looks like 01001. This row was not imported.</translation>
    </message>
    <message>
        <source>{name}的户编号少了前面的 0，已补成 {code}。</source>
        <translation>{name}: the household code lacked its leading 0 and became {code}.</translation>
    </message>
    <message>
        <source>{name}没有网格，这一行没有导入，请补上网格编码。</source>
        <translation>{name} has no grid, this row was not imported. Add the grid code.</translation>
    </message>
    <message>
        <source>{name}的网格编码“{code}”不对，应是 15 位编码或 01 到 99，这一行没有导入。</source>
        <translation>{name}: grid code “{code}” is wrong, it has 15 digits or is 01 to 99. This row was not imported.</translation>
    </message>
    <message>
        <source>网格编码“{code}”不是本村区划代码开头，只取了网格号，请核对。</source>
        <translation>Grid code “{code}” does not begin with this village&apos;s area code; only the grid number was taken. Please check.</translation>
    </message>
    <message>
        <source>网格 {code} 有两个名称“{known}”和“{written}”，用了前一个，请核对。</source>
        <translation>Grid {code} has two names, “{known}” and “{written}”; the first was taken. Please check.</translation>
    </message>
    <message>
        <source>户 {code} 写在网格 {grid} 里，编号却不是 {grid} 开头，请核对。</source>
        <translation>Household {code} stands in grid {grid}, but its code does not begin with {grid}. Please check.</translation>
    </message>
    <message>
        <source>{name}：户 {code} 在第 {at} 行属于另一个网格，这一行没有导入，请改。</source>
        <translation>{name}: household {code} belongs to another grid in row {at}, this row was not imported. Please change it.</translation>
    </message>
    <message>
        <source>户 {code} 没有写户主，这一户没有导入，请补上户主。</source>
        <translation>Household {code} has no head and was not imported. Please add the head.</translation>
    </message>
    <message>
        <source>户 {code} 的户主{name}不在成员里，这一户没有导入，请补上或改户主。</source>
        <translation>The head of household {code}, {name}, is not among its people; it was not imported. Please put this right.</translation>
    </message>
    <message>
        <source>户 {code} 有两个户主，{name}和{other_name}，这一户没有导入，请留一个。</source>
        <translation>Household {code} has two heads, {name} and {other_name}; it was not imported. Keep one.</translation>
    </message>
    <message>
        <source>户 {code} 的户主{name}这一行要先改，这一户没有导入。</source>
        <translation>The row of {name}, head of household {code}, must be put right first; the household was not imported.</translation>
    </message>
    <message>
        <source>户 {code} 的户主由{old}改为{new}，请核对。</source>
        <translation>The head of household {code} changes from {old} to {new}. Please check.</translation>
    </message>
    <message>
        <source>{name}没有写与户主关系，请核对。</source>
        <translation>{name} has no relation to the head. Please check.</translation>
    </message>
    <message>
        <source>{name}的关系“{text}”不认识，照原样存了，请核对。</source>
        <translation>{name}: the relation “{text}” is unknown and kept as written. Please check.</translation>
    </message>
    <message>
        <source>{name}的身份证号存成了数字，末几位已丢失，号码没有导入，请照证件重填。</source>
        <translation>{name}: the ID was stored as a number and lost its last digits; it was not imported. Copy it from the card.</translation>
    </message>
    <message>
        <source>{name}的身份证号 {value} 校验不对，号码没有导入，请照证件核对。</source>
        <translation>{name}: the ID {value} does not verify and was not imported. Check the card.</translation>
    </message>
    <message>
        <source>{name}的身份证号是 {length} 位，应是 18 位，号码没有导入，请照证件重填。</source>
        <translation>{name}: the ID has {length} characters instead of 18 and was not imported. Copy it from the card.</translation>
    </message>
    <message>
        <source>{name}的身份证号 {value} 里的出生日期不存在，号码没有导入，请核对。</source>
        <translation>{name}: the ID {value} holds a date that does not exist; it was not imported. Please check.</translation>
    </message>
    <message>
        <source>{name}没有身份证号，可以以后补。</source>
        <translation>{name} has no ID number; it can be added later.</translation>
    </message>
    <message>
        <source>{name}是 15 位老号码，已升成 {value}，请照证件核对。</source>
        <translation>{name}: the old ID of 15 digits became {value}. Check the card.</translation>
    </message>
    <message>
        <source>{name}的身份证号末位小写 x 已改成大写。</source>
        <translation>{name}: the last letter of the ID became a capital X.</translation>
    </message>
    <message>
        <source>{name}的身份证号是全角数字，已改成半角。</source>
        <translation>{name}: wide digits of the ID became narrow.</translation>
    </message>
    <message>
        <source>{name}的身份证号里有空格，已去掉。</source>
        <translation>{name}: spaces in the ID were removed.</translation>
    </message>
    <message>
        <source>{name}的身份证号前有撇号，已去掉。</source>
        <translation>{name}: the apostrophe before the ID was removed.</translation>
    </message>
    <message>
        <source>{name}（户 {code}）的身份证号由 {old} 改为 {new}，请核对是同一个人。</source>
        <translation>{name} (household {code}): the ID changes from {old} to {new}. Check that it is the same person.</translation>
    </message>
    <message>
        <source>{name}（户 {household}）和第 {other_at} 行（户 {other_household}）是同一个人，只导入先出现的一行，请改。</source>
        <translation>{name} (household {household}) and row {other_at} (household {other_household}) are the same person; only the first row was imported. Please change it.</translation>
    </message>
    <message>
        <source>{name}和第 {other_at} 行重复，这一行没有导入，请删去一行。</source>
        <translation>{name} repeats row {other_at}, this row was not imported. Delete one.</translation>
    </message>
    <message>
        <source>{name}和第 {other_at} 行{other_name}的身份证号相同，号码只给了先出现的人，请核对。</source>
        <translation>{name} has the same ID as {other_name} in row {other_at}; only the first got it. Please check.</translation>
    </message>
    <message>
        <source>{name}有两个电话，用了 {value}，另一个放进备注，请核对。</source>
        <translation>{name} has two phones; {value} was used, the other went into the remark. Please check.</translation>
    </message>
    <message>
        <source>{name}的电话 {value} 是 {length} 位，照原样存了，请核对。</source>
        <translation>{name}: the phone {value} has {length} digits and is kept as written. Please check.</translation>
    </message>
    <message>
        <source>{name}的电话里有空格、横线或全角数字，已整理成 {value}。</source>
        <translation>{name}: the phone was tidied to {value}.</translation>
    </message>
    <message>
        <source>{name}的电话“{text}”不是号码，没有导入，请核对。</source>
        <translation>{name}: “{text}” is no phone number and was not imported. Please check.</translation>
    </message>
    <message>
        <source>{name}的姓名里有空格，已去掉。</source>
        <translation>{name}: spaces in the name were removed.</translation>
    </message>
    <message>
        <source>“{written}”：姓名只取括号前，“{note}”放进备注。</source>
        <translation>“{written}”: the name ends before the bracket, “{note}” went into the remark.</translation>
    </message>
    <message>
        <source>{name}的姓名间隔号已统一成“·”。</source>
        <translation>{name}: the dot in the name became “·”.</translation>
    </message>
    <message>
        <source>户 {code}：同一身份证号，姓名由{old}改为{new}，请核对。</source>
        <translation>Household {code}: the same ID, the name changes from {old} to {new}. Please check.</translation>
    </message>
    <message>
        <source>{name}原来在户 {old}，这份表里在户 {new}，请核对。</source>
        <translation>{name} was in household {old} and stands in household {new} here. Please check.</translation>
    </message>
    <message>
        <source>{name}的出生日期和身份证号不一致，按身份证号用了 {told}，请核对。</source>
        <translation>{name}: the date of birth differs from the ID; {told} was taken from the ID. Please check.</translation>
    </message>
    <message>
        <source>{name}的出生月份少了 0，按身份证号用了。</source>
        <translation>{name}: the month of birth lacked its 0; the ID was followed.</translation>
    </message>
    <message>
        <source>{name}只有出生年月，没有日子，出生日期先空着，请补上。</source>
        <translation>{name} has year and month of birth only; the date stays empty. Please add it.</translation>
    </message>
    <message>
        <source>{name}的出生日期 {day} 在将来，这一格没有导入，请改。</source>
        <translation>{name}: the date of birth {day} lies ahead, this cell was not imported. Please change it.</translation>
    </message>
    <message>
        <source>{name}的出生日期“{text}”看不懂，请写成 1965-03-04。</source>
        <translation>{name}: the date of birth “{text}” cannot be read. Write 1965-03-04.</translation>
    </message>
    <message>
        <source>{name}的性别和身份证号不一致，按身份证号用了“{told}”，请核对。</source>
        <translation>{name}: the sex differs from the ID; “{told}” was taken from the ID. Please check.</translation>
    </message>
    <message>
        <source>{name}的性别“{text}”看不懂，请写男或女。</source>
        <translation>{name}: the sex “{text}” cannot be read. Write 男 or 女.</translation>
    </message>
    <message>
        <source>{name}的政治面貌“{text}”不认识，没有当成党员，请核对。</source>
        <translation>{name}: “{text}” is unknown and was not taken as party membership. Please check.</translation>
    </message>
    <message>
        <source>{name}的居住状态“{text}”不认识，照原样存了，请核对。</source>
        <translation>{name}: the residence “{text}” is unknown and kept as written. Please check.</translation>
    </message>
    <message>
        <source>{day} 还没有执行积分细则，请核对日期，或先在设置里采用细则。</source>
        <translation>No points rules are in force on {day}. Check the date, or adopt rules in Settings first.</translation>
    </message>
    <message>
        <source>{day} 的积分细则里没有事项“{item}”，请核对编码。</source>
        <translation>The rules of {day} have no item “{item}”. Check the code.</translation>
    </message>
    <message>
        <source>“{item} {name}”还没有议定分值，不能记，请先开会定分。</source>
        <translation>“{item} {name}” has no agreed value and cannot be entered. A meeting must set it first.</translation>
    </message>
    <message>
        <source>“{item} {name}”只能记 {least} 到 {most} 分，填的是 {points} 分，请改。</source>
        <translation>“{item} {name}” takes {least} to {most} points, not {points}. Please change it.</translation>
    </message>
    <message>
        <source>“{item} {name}”每{unit} {value} 分，{points} 分不是整数倍，请改。</source>
        <translation>“{item} {name}” gives {value} points per {unit}; {points} is no multiple. Please change it.</translation>
    </message>
    <message>
        <source>“{item} {name}”是 {least} 到 {most} 分，请填这一次记几分。</source>
        <translation>“{item} {name}” is {least} to {most} points. Give the points of this entry.</translation>
    </message>
    <message>
        <source>“{item} {name}”一笔的数量应是 1 到 {most}，请改，或分开记。</source>
        <translation>“{item} {name}”: the quantity of an entry is 1 to {most}. Change it or split the entry.</translation>
    </message>
    <message>
        <source>这份细则里没有一条能记分的事项，没有采用，请先补分值。</source>
        <translation>These rules have no item that can be entered and were not adopted. Add values first.</translation>
    </message>
    <message>
        <source>“{name}”的编码“{item}”不对，应是 101 到 999 的三位数字。</source>
        <translation>“{name}”: the code “{item}” is wrong, it has three digits from 101 to 999.</translation>
    </message>
    <message>
        <source>编码 {item} 给了“{other}”和“{name}”两条，请改一个。</source>
        <translation>Code {item} stands for both “{other}” and “{name}”. Change one.</translation>
    </message>
    <message>
        <source>编码 {item} 以前是“{other}”，不能改给“{name}”，请换编码。</source>
        <translation>Code {item} meant “{other}” before and cannot become “{name}”. Choose another code.</translation>
    </message>
    <message>
        <source>三位编码都用完了，请减少事项再采用。</source>
        <translation>All three-digit codes are used. Adopt fewer items.</translation>
    </message>
    <message>
        <source>“{item} {name}”的分值写得不对，没有采用，请核对高低和正负。</source>
        <translation>“{item} {name}”: the value is wrong, nothing was adopted. Check limits and signs.</translation>
    </message>
    <message>
        <source>编码“{item}”的事项缺名称、类别或适用对象，请补上。</source>
        <translation>The item “{item}” lacks name, category or holders. Please add them.</translation>
    </message>
    <message>
        <source>开会日期 {day} 在今天（{today}）之后，请核对。</source>
        <translation>The meeting on {day} lies after today ({today}). Please check.</translation>
    </message>
    <message>
        <source>执行日期 {day} 早于开会日期 {meeting}，请改成开会当天或以后。</source>
        <translation>The first day {day} lies before the meeting of {meeting}. Give that day or a later one.</translation>
    </message>
    <message>
        <source>村里还没有采用红白事标准，不能报备，请先在设置里采用。</source>
        <translation>The village has no standard for events yet. Adopt one in Settings first.</translation>
    </message>
    <message>
        <source>{day} 还没有红白事标准（{first} 起执行），请核对日期。</source>
        <translation>There is no standard on {day} (in force from {first}). Check the date.</translation>
    </message>
    <message>
        <source>没有编号“{event}”的红白事，请核对编号。</source>
        <translation>There is no event “{event}”. Check its number.</translation>
    </message>
    <message>
        <source>申报的数不能小于 0，填的是 {amount}，请改。</source>
        <translation>A declared figure cannot be below 0, it was {amount}. Please change it.</translation>
    </message>
    <message>
        <source>申报的数 {amount} 太大（最多 {most}），请核对。</source>
        <translation>The declared figure {amount} is too large (at most {most}). Please check.</translation>
    </message>
    <message>
        <source>同一项申报了两次，请去掉一个。</source>
        <translation>The same thing is declared twice. Remove one.</translation>
    </message>
    <message>
        <source>办事日期 {day} 离今天（{today}）一年以上，请核对年份。</source>
        <translation>The day {day} is more than a year from today ({today}). Check the year.</translation>
    </message>
    <message>
        <source>联系电话只能填数字，请核对。</source>
        <translation>A phone number has digits only. Please check.</translation>
    </message>
    <message>
        <source>有一项超过 {most} 字，报备表放不下，请删短。</source>
        <translation>One entry has more than {most} characters and does not fit the form. Shorten it.</translation>
    </message>
    <message>
        <source>这份标准里没有一项限额，没有采用，请先填上数。</source>
        <translation>This standard has no limit and was not adopted. Fill in figures first.</translation>
    </message>
    <message>
        <source>标准里有一项写了两遍，没有采用，请去掉一行。</source>
        <translation>The standard names one thing twice and was not adopted. Remove a row.</translation>
    </message>
    <message>
        <source>标准里的限额 {amount} 不对，没有采用，请核对。</source>
        <translation>The limit {amount} of the standard is wrong, nothing was adopted. Please check.</translation>
    </message>
    <message>
        <source>这一行有分值没有事项，没有读入，请补事项。</source>
        <translation>This row has a value but no item and was not read. Add the item.</translation>
    </message>
    <message>
        <source>“{name}”没有类别，先放在“其他”里，请核对。</source>
        <translation>“{name}” has no category and went to “其他”. Please check.</translation>
    </message>
    <message>
        <source>“{name}”的分值“{value}”读不准，先停用，请改成“5分/次”的样子。</source>
        <translation>“{name}”: the value “{value}” is unclear, the item is off for now. Write it like “5分/次”.</translation>
    </message>
    <message>
        <source>“{name}”的分值还没有议定，先停用，定分后再采用。</source>
        <translation>“{name}” has no agreed value and is off for now. Adopt it once it is set.</translation>
    </message>
    <message>
        <source>“{name}”的“{value}”按一个范围读入，请核对。</source>
        <translation>“{name}”: “{value}” was read as a range. Please check.</translation>
    </message>
    <message>
        <source>“{name}”一行有几件事，分成：{items}，请核对。</source>
        <translation>“{name}” names several things and became: {items}. Please check.</translation>
    </message>
    <message>
        <source>编码“{code}”不是三位数字或重复了，已换新编码，请核对。</source>
        <translation>Code “{code}” has not three digits or is repeated; a new code was given. Please check.</translation>
    </message>
    <message>
        <source>适用对象“{value}”认不出，按类别定了，请核对。</source>
        <translation>The holders “{value}” are unknown and were set by category. Please check.</translation>
    </message>
    <message>
        <source>商户事项没有分值，先停用：{items}。</source>
        <translation>Shop items have no values and are off for now: {items}.</translation>
    </message>
    <message>
        <source>“{title}”的“{words}”没有单一的数，只当文字规定，请核对。</source>
        <translation>“{title}”: “{words}” holds no single figure and counts as words only. Please check.</translation>
    </message>
    <message>
        <source>“{title}”与前面一行说的是同一项，没有读入，请去掉一行。</source>
        <translation>“{title}” repeats an earlier row and was not read. Remove one row.</translation>
    </message>
    <message>
        <source>磁盘出错，不知道这一步有没有记上。请重开程序，先查一下再记。</source>
        <translation>The disk failed; it is not known whether this step was saved. Start the program again and look before entering it anew.</translation>
    </message>
    <message>
        <source>窗口没有打开到首页，请运行 passbook-desk doctor 看看缺什么。</source>
        <translation>The window did not reach the home page. Run passbook-desk doctor to see what is missing.</translation>
    </message>
    <message>
        <source>第 {number} 版从 {other_day} 起执行，新的一版不能早到 {day}，请改日期。</source>
        <translation>Version {number} is in force from {other_day}; a new one cannot begin on {day}. Change the date.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>改好村务的各项，按“保存”，公示和存折就用新的。</source>
        <translation>Change the village&apos;s facts and press Save: notices and passbooks use them.</translation>
    </message>
    <message>
        <source>每天下班前按一次“现在备份”，存到 U 盘。</source>
        <translation>Press Back up now once a day, onto a USB stick.</translation>
    </message>
    <message>
        <source>导错了花名册，在“导入记录”里选中那一次，按“撤销本次导入”。</source>
        <translation>A wrong roster: choose it under Imports so far and press Undo this import.</translation>
    </message>
    <message>
        <source>外观</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>字号</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>语言</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>村里议定的规矩</source>
        <translation>Rules the village decided</translation>
    </message>
    <message>
        <source>语言在下次打开程序时换过来。</source>
        <translation>The language changes when the program is next opened.</translation>
    </message>
    <message>
        <source>中文</source>
        <translation>中文 (Chinese)</translation>
    </message>
</context>
<context>
    <name>StandardPage</name>
    <message>
        <source>红白事标准</source>
        <translation>Standard for events</translation>
    </message>
    <message>
        <source>村里还没有红白事标准。先采用内置标准，开会议定后再换成自己的。</source>
        <translation>The village has no standard for events yet. Adopt the built-in one first and replace it with your own once the meeting has agreed.</translation>
    </message>
    <message>
        <source>采用内置标准</source>
        <translation>Adopt the built-in one</translation>
    </message>
    <message>
        <source>红事白事</source>
        <translation>Both</translation>
    </message>
    <message>
        <source>从表格采用</source>
        <translation>Adopt from a sheet</translation>
    </message>
    <message>
        <source>开会议定后，点“采用内置标准”，或用自己的表“从表格采用”。</source>
        <translation>After the meeting press “Adopt the built-in one”, or “Adopt from a sheet” with your own.</translation>
    </message>
    <message>
        <source>表里要有“项目、红事、白事”三列，一行一项。</source>
        <translation>The sheet needs the columns 项目, 红事 and 白事, one rule a row.</translation>
    </message>
    <message>
        <source>以前的报备仍按当时的标准，不会变。</source>
        <translation>Earlier filings keep the standard of their day.</translation>
    </message>
    <message>
        <source>采用红白事标准</source>
        <translation>Adopt a standard for events</translation>
    </message>
    <message>
        <source>{source}：{counted} 条限额，{words} 条文字规定。</source>
        <translation>{source}: {counted} limits, {words} rules in words.</translation>
    </message>
    <message>
        <source>已采用红白事标准第 {number} 版。</source>
        <translation>Standard version {number} adopted.</translation>
    </message>
    <message>
        <source>版本</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>第 {number} 版 {day} 起执行</source>
        <translation>Version {number}, in force from {day}</translation>
    </message>
    <message>
        <source>{version}（现行）</source>
        <translation>{version} (in force)</translation>
    </message>
    <message>
        <source>第 {number} 版由 {day} 的会议通过，列出 {count} 条。</source>
        <translation>Version {number} was agreed by the meeting of {day}. Rules shown: {count}.</translation>
    </message>
    <message>
        <source>会议记录：{minutes}</source>
        <translation>Minutes: {minutes}</translation>
    </message>
    <message>
        <source>表格</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>选红白事标准的表格</source>
        <translation>Choose a sheet of the standard</translation>
    </message>
    <message>
        <source>正在读表格…</source>
        <translation>Reading the sheet…</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>还没有备份</source>
        <translation>No backup yet</translation>
    </message>
    <message>
        <source>上次备份 今天 {time}</source>
        <translation>Last backup today {time}</translation>
    </message>
    <message>
        <source>上次备份 昨天 {time}</source>
        <translation>Last backup yesterday {time}</translation>
    </message>
    <message>
        <source>上次备份 {days} 天前</source>
        <translation>Last backup {days} days ago</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>F1 帮助 · Esc 返回</source>
        <translation>F1 help · Esc back</translation>
    </message>
    <message>
        <source>今日 {lines} 笔  {points} 分</source>
        <translation>Today {lines} entries  {points} points</translation>
    </message>
    <message>
        <source>正在保存…</source>
        <translation>Saving…</translation>
    </message>
    <message>
        <source>✓ 已存盘</source>
        <translation>✓ Saved</translation>
    </message>
</context>
<context>
    <name>TextSizeChoice</name>
    <message>
        <source>标准</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>大</source>
        <translation>Large</translation>
    </message>
    <message>
        <source>特大</source>
        <translation>Very large</translation>
    </message>
    <message>
        <source>{name}  王建国 ＋10 分</source>
        <translation>{name}  Wang +10 points</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
</context>
<context>
    <name>Today</name>
    <message>
        <source>建村还差这几步，哪一步都可以晚点做</source>
        <translation>Steps left to set up the village; any of them can wait</translation>
    </message>
    <message>
        <source>本周</source>
        <translation>This week</translation>
    </message>
    <message>
        <source>本月</source>
        <translation>This month</translation>
    </message>
    <message>
        <source>本季</source>
        <translation>This quarter</translation>
    </message>
    <message>
        <source>近期红白事</source>
        <translation>Coming events</translation>
    </message>
    <message>
        <source>安全</source>
        <translation>Safety</translation>
    </message>
    <message>
        <source>导入花名册，户、人和积分账户就都有了</source>
        <translation>Import the roster to have households, people and accounts</translation>
    </message>
    <message>
        <source>采用积分细则，才能记分</source>
        <translation>Adopt points rules to enter points</translation>
    </message>
    <message>
        <source>采用红白事标准，才能报备</source>
        <translation>Adopt a standard to file events</translation>
    </message>
    <message>
        <source>填异议电话，公示上要印</source>
        <translation>Give the phone for objections printed on notices</translation>
    </message>
    <message>
        <source>做第一次备份</source>
        <translation>Make the first backup</translation>
    </message>
    <message>
        <source>{grid}（{households} 户）近 {days} 天没有记录</source>
        <translation>{grid} ({households} households): nothing entered for {days} days</translation>
    </message>
    <message>
        <source>{count} 个网格近 {days} 天没有记录：{grids}</source>
        <translation>{count} grids without entries for {days} days: {grids}</translation>
    </message>
    <message>
        <source>各网格近 {days} 天都有记录</source>
        <translation>Every grid has entries of the last {days} days</translation>
    </message>
    <message>
        <source>{month} 月到今天：{households} 户中 {moved} 户有记录</source>
        <translation>Month {month} up to today: {moved} of {households} households have entries</translation>
    </message>
    <message>
        <source>{count} 本存折有新流水，还没打印过</source>
        <translation>{count} passbooks have new lines that were never printed</translation>
    </message>
    <message>
        <source>{period}公示可以出了</source>
        <translation>The notice of {period} can be issued</translation>
    </message>
    <message>
        <source>{period}公示 {last} 之后出，还有 {days} 天</source>
        <translation>The notice of {period} comes after {last}, in {days} days</translation>
    </message>
    <message>
        <source>{day} {head}户 {kind} {verdict}</source>
        <translation>{day} {head} {kind} {verdict}</translation>
    </message>
    <message>
        <source>另有 {count} 件</source>
        <translation>{count} more</translation>
    </message>
    <message>
        <source>{days} 天内没有报备的红白事</source>
        <translation>No events filed for the next {days} days</translation>
    </message>
    <message>
        <source>上次备份：{age}</source>
        <translation>Last backup: {age}</translation>
    </message>
    <message>
        <source>上次备份：{age}，该再备一次了</source>
        <translation>Last backup: {age}. Time for another</translation>
    </message>
    <message>
        <source>导入花名册</source>
        <translation>Import a roster</translation>
    </message>
    <message>
        <source>采用细则</source>
        <translation>Adopt rules</translation>
    </message>
    <message>
        <source>采用标准</source>
        <translation>Adopt a standard</translation>
    </message>
    <message>
        <source>填电话</source>
        <translation>Give phone</translation>
    </message>
    <message>
        <source>去备份</source>
        <translation>Back up</translation>
    </message>
    <message>
        <source>去录入</source>
        <translation>Enter points</translation>
    </message>
    <message>
        <source>去打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>出公示</source>
        <translation>Issue it</translation>
    </message>
    <message>
        <source>看校样</source>
        <translation>See the proof</translation>
    </message>
    <message>
        <source>看报备</source>
        <translation>See it</translation>
    </message>
    <message>
        <source>现在备</source>
        <translation>Back up now</translation>
    </message>
    <message>
        <source>✓ 未超</source>
        <translation>✓ Within</translation>
    </message>
    <message>
        <source>▲ 接近</source>
        <translation>▲ Near</translation>
    </message>
    <message>
        <source>✕ 超标</source>
        <translation>✕ Over</translation>
    </message>
    <message>
        <source>期初积分</source>
        <translation>Opening balance</translation>
    </message>
    <message>
        <source>基础分</source>
        <translation>Base points</translation>
    </message>
    <message>
        <source>冲销 {text}</source>
        <translation>Reversal: {text}</translation>
    </message>
    <message>
        <source>{grid} {households} 户</source>
        <translation>{grid} {households}</translation>
    </message>
    <message>
        <source>红事</source>
        <translation>Wedding</translation>
    </message>
    <message>
        <source>白事</source>
        <translation>Funeral</translation>
    </message>
    <message>
        <source>今天 {time}</source>
        <translation>today {time}</translation>
    </message>
    <message>
        <source>昨天 {time}</source>
        <translation>yesterday {time}</translation>
    </message>
    <message>
        <source>{days} 天前</source>
        <translation>{days} days ago</translation>
    </message>
</context>
<context>
    <name>VillageCard</name>
    <message>
        <source>村务</source>
        <translation>Village</translation>
    </message>
    <message>
        <source>姓名打星 王*国</source>
        <translation>Starred name 王*国</translation>
    </message>
    <message>
        <source>写全名</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>只写户编号</source>
        <translation>Household code only</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>分</source>
        <translation>points</translation>
    </message>
    <message>
        <source>只进总分，不能兑换</source>
        <translation>Counts in the total, cannot be redeemed</translation>
    </message>
    <message>
        <source>村或社区名</source>
        <translation>Village or community</translation>
    </message>
    <message>
        <source>乡镇或街道</source>
        <translation>Township</translation>
    </message>
    <message>
        <source>区划代码</source>
        <translation>Area code</translation>
    </message>
    <message>
        <source>年度</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>年</source>
        <translation>year</translation>
    </message>
    <message>
        <source>公示落款</source>
        <translation>Issuer</translation>
    </message>
    <message>
        <source>印在存折和公示上</source>
        <translation>Printed on passbooks and notices</translation>
    </message>
    <message>
        <source>监督电话</source>
        <translation>Hotline</translation>
    </message>
    <message>
        <source>印在公示上，村民有异议打这个</source>
        <translation>Printed on notices: villagers call it to object</translation>
    </message>
    <message>
        <source>公示天数</source>
        <translation>Days of notice</translation>
    </message>
    <message>
        <source>天</source>
        <translation>days</translation>
    </message>
    <message>
        <source>张贴地点</source>
        <translation>Places of posting</translation>
    </message>
    <message>
        <source>上墙姓名</source>
        <translation>Names on the wall</translation>
    </message>
    <message>
        <source>每户基础分</source>
        <translation>Base points per household</translation>
    </message>
    <message>
        <source>党员基础分</source>
        <translation>Base points per member</translation>
    </message>
    <message>
        <source>村务已保存。</source>
        <translation>The village&apos;s facts are saved.</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>{village} · {year}年</source>
        <translation>{village} · {year}</translation>
    </message>
    <message>
        <source>{village} - 红绿存折</source>
        <translation>{village} - Passbook Desk</translation>
    </message>
    <message>
        <source>↶ 撤销 {act}</source>
        <translation>↶ Undo {act}</translation>
    </message>
    <message>
        <source>F3 查找：姓名、拼音首字母、门牌、存折号</source>
        <translation>F3 find: name, pinyin initials, house, account</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>{households} 户 {residents} 人，结余 {points} 分，流水到第 {seq} 行</source>
        <translation>{households} households, {residents} people, balance {points} points, ledger up to line {seq}</translation>
    </message>
    <message>
        <source>{village}，{moment} 的备份：{facts}。</source>
        <translation>{village}, backup of {moment}: {facts}.</translation>
    </message>
    <message>
        <source>恢复后会少 {count} 行流水，要重新录入。</source>
        <translation>After restoring, {count} ledger lines are missing and must be entered again.</translation>
    </message>
    <message>
        <source>备份比现在多 {count} 行流水。</source>
        <translation>The backup has {count} ledger lines more than now.</translation>
    </message>
    <message>
        <source>备份和现在的流水一样多。</source>
        <translation>The backup has as many ledger lines as now.</translation>
    </message>
</context>
<context>
    <name>_ReasonDialog</name>
    <message>
        <source>写明原因</source>
        <translation>Give the reason</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
</context>
</TS>

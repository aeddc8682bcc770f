<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>Activity</name>
    <message>
        <source>记积分 {count} 笔{points}{about}</source>
        <translation>entered {count} lines{points}{about}</translation>
    </message>
    <message>
        <source>记期初积分 {count} 笔{points}</source>
        <translation>entered {count} opening balances{points}</translation>
    </message>
    <message>
        <source>记基础分 {count} 笔{points}</source>
        <translation>gave base points, {count} lines{points}</translation>
    </message>
    <message>
        <source>转移积分 {count} 笔</source>
        <translation>moved points, {count} lines</translation>
    </message>
    <message>
        <source>冲销 {count} 笔{points}{about}</source>
        <translation>reversed {count} lines{points}{about}</translation>
    </message>
    <message>
        <source>改记成另一事项 {count} 笔{points}{about}</source>
        <translation>moved {count} lines to another item{points}{about}</translation>
    </message>
    <message>
        <source>清零、结转 {count} 笔{points}{about}</source>
        <translation>cleared and carried over, {count} lines{points}{about}</translation>
    </message>
    <message>
        <source>结账 {span}</source>
        <translation>closed {span}</translation>
    </message>
    <message>
        <source>重新打开 {span}</source>
        <translation>reopened {span}</translation>
    </message>
    <message>
        <source>申报 {count} 件{points}{about}</source>
        <translation>{count} claims{points}{about}</translation>
    </message>
    <message>
        <source>审核：{parts}</source>
        <translation>review: {parts}</translation>
    </message>
    <message>
        <source>人口变更：{parts}</source>
        <translation>household life: {parts}</translation>
    </message>
    <message>
        <source>改户和人的资料</source>
        <translation>changed facts of households and people</translation>
    </message>
    <message>
        <source>改网格和楼栋</source>
        <translation>changed grids and buildings</translation>
    </message>
    <message>
        <source>改村里的职务</source>
        <translation>changed roles</translation>
    </message>
    <message>
        <source>改联系户</source>
        <translation>changed linked households</translation>
    </message>
    <message>
        <source>改商铺和单位</source>
        <translation>changed shops and units</translation>
    </message>
    <message>
        <source>开立存折账户 {count} 个</source>
        <translation>opened {count} accounts</translation>
    </message>
    <message>
        <source>报备{parts}</source>
        <translation>filed {parts}</translation>
    </message>
    <message>
        <source>改红白事报备</source>
        <translation>changed a filing</translation>
    </message>
    <message>
        <source>导入{parts} {text}：{count} {unit}</source>
        <translation>imported {parts} {text}: {count} {unit}</translation>
    </message>
    <message>
        <source>撤销导入{parts} {text}</source>
        <translation>undid the import {parts} {text}</translation>
    </message>
    <message>
        <source>采用积分细则第 {count} 版</source>
        <translation>adopted points rules version {count}</translation>
    </message>
    <message>
        <source>改积分细则草稿</source>
        <translation>changed the draft of the rules</translation>
    </message>
    <message>
        <source>采用红白事标准第 {count} 版</source>
        <translation>adopted the event standard version {count}</translation>
    </message>
    <message>
        <source>改设置：{parts}</source>
        <translation>changed the policy: {parts}</translation>
    </message>
    <message>
        <source>改村的资料</source>
        <translation>changed the village&apos;s facts</translation>
    </message>
    <message>
        <source>改操作员</source>
        <translation>Change an operator</translation>
    </message>
    <message>
        <source>打印存折 {count} 本</source>
        <translation>printed {count} passbooks</translation>
    </message>
    <message>
        <source>出积分审核单 {text}</source>
        <translation>made review sheet {text}</translation>
    </message>
    <message>
        <source>导出花名册（号码写全）{count} 人</source>
        <translation>exported the roster with whole numbers, {count} people</translation>
    </message>
    <message>
        <source>建村的文件</source>
        <translation>founded the village&apos;s file</translation>
    </message>
    <message>
        <source>备份</source>
        <translation>backed up</translation>
    </message>
    <message>
        <source>从备份恢复</source>
        <translation>restored a backup</translation>
    </message>
    <message>
        <source>换了查找用的钥匙</source>
        <translation>changed the key of the finder</translation>
    </message>
    <message>
        <source>按设定的日期办事</source>
        <translation>worked under a set date</translation>
    </message>
    <message>
        <source>其他改动 {count} 处</source>
        <translation>{count} other changes</translation>
    </message>
    <message>
        <source>积分</source>
        <translation>Points</translation>
    </message>
    <message>
        <source>申报审核</source>
        <translation>Claims and reviews</translation>
    </message>
    <message>
        <source>户和人</source>
        <translation>Households and people</translation>
    </message>
    <message>
        <source>红白事</source>
        <translation>Events</translation>
    </message>
    <message>
        <source>导入</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>细则和设置</source>
        <translation>Rules and settings</translation>
    </message>
    <message>
        <source>打印公示</source>
        <translation>Printing and notices</translation>
    </message>
    <message>
        <source>登录</source>
        <translation>Signing in</translation>
    </message>
    <message>
        <source>备份和文件</source>
        <translation>Backups and files</translation>
    </message>
    <message>
        <source>初审通过 {count} 件</source>
        <translation>first check passed {count}</translation>
    </message>
    <message>
        <source>审核通过 {count} 件</source>
        <translation>review passed {count}</translation>
    </message>
    <message>
        <source>公示期满 {count} 件</source>
        <translation>notice over {count}</translation>
    </message>
    <message>
        <source>入账 {count} 件</source>
        <translation>entered {count}</translation>
    </message>
    <message>
        <source>退回 {count} 件</source>
        <translation>rejected {count}</translation>
    </message>
    <message>
        <source>撤回 {count} 件</source>
        <translation>withdrawn {count}</translation>
    </message>
    <message>
        <source>PIN 输错</source>
        <translation>wrong password</translation>
    </message>
    <message>
        <source>退出登录</source>
        <translation>signed out</translation>
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
        <source>商铺单位名单</source>
        <translation>list of shops and units</translation>
    </message>
    <message>
        <source>积分上报表</source>
        <translation>claims sheet</translation>
    </message>
    <message>
        <source>户</source>
        <translation>Households</translation>
    </message>
    <message>
        <source>笔</source>
        <translation>Lines</translation>
    </message>
    <message>
        <source>家</source>
        <translation>of them</translation>
    </message>
    <message>
        <source>件</source>
        <translation>pieces</translation>
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
        <source>新立户</source>
        <translation>new household</translation>
    </message>
    <message>
        <source>更正户的资料</source>
        <translation>household corrected</translation>
    </message>
    <message>
        <source>换住处</source>
        <translation>moved house</translation>
    </message>
    <message>
        <source>全户迁出</source>
        <translation>whole household moved out</translation>
    </message>
    <message>
        <source>全户迁回</source>
        <translation>Whole household returns</translation>
    </message>
    <message>
        <source>添人</source>
        <translation>person added</translation>
    </message>
    <message>
        <source>更正人的资料</source>
        <translation>person corrected</translation>
    </message>
    <message>
        <source>换户主</source>
        <translation>New head</translation>
    </message>
    <message>
        <source>出生</source>
        <translation>birth</translation>
    </message>
    <message>
        <source>去世</source>
        <translation>Death</translation>
    </message>
    <message>
        <source>婚入</source>
        <translation>married in</translation>
    </message>
    <message>
        <source>婚出</source>
        <translation>married out</translation>
    </message>
    <message>
        <source>迁到别户</source>
        <translation>to another household</translation>
    </message>
    <message>
        <source>迁出</source>
        <translation>moved out</translation>
    </message>
    <message>
        <source>迁回</source>
        <translation>returned</translation>
    </message>
    <message>
        <source>租住</source>
        <translation>Tenant moves in</translation>
    </message>
    <message>
        <source>退租</source>
        <translation>Tenant leaves</translation>
    </message>
    <message>
        <source>注销户口</source>
        <translation>de-registered</translation>
    </message>
    <message>
        <source>居住状态变更</source>
        <translation>residence changed</translation>
    </message>
    <message>
        <source>是否参加积分变更</source>
        <translation>scored or not changed</translation>
    </message>
    <message>
        <source>党员身份变更</source>
        <translation>party status changed</translation>
    </message>
    <message>
        <source>标签变更</source>
        <translation>tags changed</translation>
    </message>
    <message>
        <source>加联系户</source>
        <translation>link added</translation>
    </message>
    <message>
        <source>去联系户</source>
        <translation>link ended</translation>
    </message>
    <message>
        <source>分户</source>
        <translation>Split household</translation>
    </message>
    <message>
        <source>并户</source>
        <translation>Merge households</translation>
    </message>
    <message>
        <source>注销户</source>
        <translation>household de-registered</translation>
    </message>
    <message>
        <source>交接</source>
        <translation>handed over</translation>
    </message>
    <message>
        <source>解冻积分</source>
        <translation>Release held points</translation>
    </message>
    <message>
        <source>一分值多少</source>
        <translation>What a point is worth</translation>
    </message>
    <message>
        <source>单人模式</source>
        <translation>single clerk</translation>
    </message>
    <message>
        <source>几分钟锁屏</source>
        <translation>minutes to lock</translation>
    </message>
    <message>
        <source>初审</source>
        <translation>First check</translation>
    </message>
    <message>
        <source>审核</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>公示天数</source>
        <translation>Days of notice</translation>
    </message>
    <message>
        <source>基础分能不能兑换</source>
        <translation>whether base points can be redeemed</translation>
    </message>
    <message>
        <source>基础分多久一次</source>
        <translation>how often base points are given</translation>
    </message>
    <message>
        <source>最低兑换分</source>
        <translation>least to redeem</translation>
    </message>
    <message>
        <source>停兑线</source>
        <translation>suspension line</translation>
    </message>
    <message>
        <source>户的星级</source>
        <translation>Stars of households</translation>
    </message>
    <message>
        <source>党员的星级</source>
        <translation>Stars of party members</translation>
    </message>
    <message>
        <source>联系户扣分</source>
        <translation>linked losses</translation>
    </message>
    <message>
        <source>同一件事两人记</source>
        <translation>same deed by two</translation>
    </message>
    <message>
        <source>党员和本户</source>
        <translation>Party member and household</translation>
    </message>
    <message>
        <source>赠分</source>
        <translation>gift points</translation>
    </message>
    <message>
        <source>兑换减不减得分</source>
        <translation>whether redeeming lowers the score</translation>
    </message>
    <message>
        <source>清零结转</source>
        <translation>carry-over</translation>
    </message>
    <message>
        <source>几个月到期</source>
        <translation>months to expiry</translation>
    </message>
    <message>
        <source>欠分</source>
        <translation>Debts</translation>
    </message>
    <message>
        <source>截止日</source>
        <translation>cut-off day</translation>
    </message>
    <message>
        <source>网格大小</source>
        <translation>size of grids</translation>
    </message>
    <message>
        <source>分户的积分</source>
        <translation>Points at a split</translation>
    </message>
    <message>
        <source>并户的积分</source>
        <translation>Points at a merge</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>other</translation>
    </message>
    <message>
        <source> {points} 分</source>
        <translation> {points} points</translation>
    </message>
    <message>
        <source>（{text}）</source>
        <translation> ({text})</translation>
    </message>
    <message>
        <source>（{text}等）</source>
        <translation> ({text} and others)</translation>
    </message>
    <message>
        <source>{part} {count} 件</source>
        <translation>{part} {count}</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>{sentence}（日期 {day}）</source>
        <translation>{sentence} (date {day})</translation>
    </message>
    <message>
        <source>程序</source>
        <translation>the program</translation>
    </message>
    <message>
        <source>升级文件</source>
        <translation>upgraded the file</translation>
    </message>
    <message>
        <source>{parts}，共 {count} 行</source>
        <translation>{parts}, {count} lines</translation>
    </message>
    <message>
        <source>存折过户 {count} 本</source>
        <translation>changed the holder of {count} passbooks</translation>
    </message>
    <message>
        <source>注销存折 {count} 本</source>
        <translation>closed {count} passbooks</translation>
    </message>
    <message>
        <source>答复登折：{parts}</source>
        <translation>answered a passbook update: {parts}</translation>
    </message>
    <message>
        <source>导入折样 {text}</source>
        <translation>imported kinds of books {text}</translation>
    </message>
    <message>
        <source>改折样</source>
        <translation>changed a kind of book</translation>
    </message>
    <message>
        <source>发折 {count} 本</source>
        <translation>issued {count} passbooks</translation>
    </message>
    <message>
        <source>接手旧折 {count} 本</source>
        <translation>took over {count} old books</translation>
    </message>
    <message>
        <source>换折 {count} 本</source>
        <translation>replaced {count} full books</translation>
    </message>
    <message>
        <source>挂失补发 {count} 本</source>
        <translation>reissued {count} lost passbooks</translation>
    </message>
    <message>
        <source>登折 {count} 本</source>
        <translation>updated {count} passbooks</translation>
    </message>
    <message>
        <source>登折存 PDF {count} 本</source>
        <translation>updated {count} passbooks by PDF</translation>
    </message>
    <message>
        <source>整本打印 {count} 本</source>
        <translation>printed {count} booklets</translation>
    </message>
    <message>
        <source>打贴条 {count} 本</source>
        <translation>printed sticker strips for {count} passbooks</translation>
    </message>
    <message>
        <source>手写登折 {count} 本</source>
        <translation>hand-written posting in {count} passbooks</translation>
    </message>
    <message>
        <source>打上 {count} 行</source>
        <translation>{count} lines printed</translation>
    </message>
    <message>
        <source>打废 {count} 行</source>
        <translation>{count} lines spoilt</translation>
    </message>
    <message>
        <source>没打上</source>
        <translation>not printed</translation>
    </message>
    <message>
        <source>存折号怎么编</source>
        <translation>numbering of books</translation>
    </message>
    <message>
        <source>更正登折位置 {count} 本</source>
        <translation>corrected the next line of {count} passbooks</translation>
    </message>
    <message>
        <source>红白事：{parts}</source>
        <translation>events: {parts}</translation>
    </message>
    <message>
        <source>改理事会和评议会成员</source>
        <translation>changed members of the councils</translation>
    </message>
    <message>
        <source>采用章程第 {count} 版</source>
        <translation>adopted charter version {count}</translation>
    </message>
    <message>
        <source>登记承诺书 {count} 份</source>
        <translation>recorded {count} pledges</translation>
    </message>
    <message>
        <source>作废承诺书 {count} 份</source>
        <translation>voided {count} pledges</translation>
    </message>
    <message>
        <source>定承诺书文字第 {count} 版</source>
        <translation>set the pledge text, version {count}</translation>
    </message>
    <message>
        <source>借用物品：{parts}</source>
        <translation>lending: {parts}</translation>
    </message>
    <message>
        <source>改借用的物品</source>
        <translation>changed items for lending</translation>
    </message>
    <message>
        <source>清点 {count} 次</source>
        <translation>{count} counts</translation>
    </message>
    <message>
        <source>借出 {count} 笔</source>
        <translation>{count} loans</translation>
    </message>
    <message>
        <source>归还 {count} 笔</source>
        <translation>{count} returns</translation>
    </message>
    <message>
        <source>满月酒</source>
        <translation>Birth feast</translation>
    </message>
    <message>
        <source>乔迁</source>
        <translation>House-warming</translation>
    </message>
    <message>
        <source>升学</source>
        <translation>Going to college</translation>
    </message>
    <message>
        <source>参军</source>
        <translation>Joining the army</translation>
    </message>
    <message>
        <source>寿庆</source>
        <translation>Longevity birthday</translation>
    </message>
    <message>
        <source>其他喜庆</source>
        <translation>Other feast</translation>
    </message>
    <message>
        <source>理事会意见</source>
        <translation>council opinion</translation>
    </message>
    <message>
        <source>入户劝导</source>
        <translation>persuasion visit</translation>
    </message>
    <message>
        <source>签承诺书</source>
        <translation>pledge signed</translation>
    </message>
    <message>
        <source>乡镇备案</source>
        <translation>township filing</translation>
    </message>
    <message>
        <source>同意操办</source>
        <translation>approval</translation>
    </message>
    <message>
        <source>不同意</source>
        <translation>refusal</translation>
    </message>
    <message>
        <source>改期改计划</source>
        <translation>change of plan</translation>
    </message>
    <message>
        <source>并入另一件</source>
        <translation>joined to another</translation>
    </message>
    <message>
        <source>现场核查</source>
        <translation>check on site</translation>
    </message>
    <message>
        <source>回访</source>
        <translation>second look</translation>
    </message>
    <message>
        <source>建议积分</source>
        <translation>points proposal</translation>
    </message>
    <message>
        <source>办结</source>
        <translation>closing</translation>
    </message>
    <message>
        <source>撤回</source>
        <translation>withdrawal</translation>
    </message>
    <message>
        <source>红白事台账</source>
        <translation>Event register</translation>
    </message>
    <message>
        <source>出积分统计 {text}</source>
        <translation>made points count {text}</translation>
    </message>
    <message>
        <source>出榜：{title} {text}{version}</source>
        <translation>issued: {title} {text}{version}</translation>
    </message>
    <message>
        <source>（第 {count} 版）</source>
        <translation> (version {count})</translation>
    </message>
    <message>
        <source>打校样：{title}</source>
        <translation>made proof: {title}</translation>
    </message>
    <message>
        <source>{parts} {text}{entered}</source>
        <translation>{parts} {text}{entered}</translation>
    </message>
    <message>
        <source>，记 {count} 笔{points}</source>
        <translation>, entered {count} lines{points}</translation>
    </message>
    <message>
        <source>张贴公示</source>
        <translation>hung notice</translation>
    </message>
    <message>
        <source>公示归档</source>
        <translation>archived notice</translation>
    </message>
    <message>
        <source>存公示照片 {count} 张</source>
        <translation>kept {count} pictures of a notice</translation>
    </message>
    <message>
        <source>删公示照片 {count} 张</source>
        <translation>took out {count} pictures of a notice</translation>
    </message>
    <message>
        <source>收到异议 {text}</source>
        <translation>received objection {text}</translation>
    </message>
    <message>
        <source>异议 {text}：{parts}{entered}</source>
        <translation>objection {text}: {parts}{entered}</translation>
    </message>
    <message>
        <source>交办</source>
        <translation>assigned</translation>
    </message>
    <message>
        <source>维持</source>
        <translation>upheld</translation>
    </message>
    <message>
        <source>更正</source>
        <translation>corrected</translation>
    </message>
    <message>
        <source>多久一记录</source>
        <translation>how often to record</translation>
    </message>
    <message>
        <source>多久一统计</source>
        <translation>how often to count</translation>
    </message>
    <message>
        <source>多久一评比</source>
        <translation>how often to rank</translation>
    </message>
    <message>
        <source>多久一公示</source>
        <translation>how often to post a notice</translation>
    </message>
    <message>
        <source>多久一兑换</source>
        <translation>how often to redeem</translation>
    </message>
    <message>
        <source>多久一考评</source>
        <translation>how often to assess</translation>
    </message>
    <message>
        <source>几天内出榜</source>
        <translation>days to issue a notice</translation>
    </message>
    <message>
        <source>几天内答复异议</source>
        <translation>days to answer objections</translation>
    </message>
    <message>
        <source>谁受理异议</source>
        <translation>who takes objections</translation>
    </message>
    <message>
        <source>在哪里受理异议</source>
        <translation>where objections are taken</translation>
    </message>
    <message>
        <source>公示上谁签字</source>
        <translation>who signs notices</translation>
    </message>
    <message>
        <source>公示上的规矩</source>
        <translation>the village&apos;s words on notices</translation>
    </message>
    <message>
        <source>扣分上不上墙</source>
        <translation>deductions on the wall</translation>
    </message>
    <message>
        <source>公示后才入账</source>
        <translation>points count after the notice</translation>
    </message>
    <message>
        <source>兑换 {title}{points}</source>
        <translation>redeemed {title}{points}</translation>
    </message>
    <message>
        <source>退回兑换 {title}{points}</source>
        <translation>returned the redemption {title}{points}</translation>
    </message>
    <message>
        <source>{parts}单 {text}</source>
        <translation>{parts} sheet {text}</translation>
    </message>
    <message>
        <source>收回库存单据</source>
        <translation>took back a stock sheet</translation>
    </message>
    <message>
        <source>开始盘点 {text}</source>
        <translation>began stocktake {text}</translation>
    </message>
    <message>
        <source>盘点记数 {count} 种</source>
        <translation>counted {count} kinds in a stocktake</translation>
    </message>
    <message>
        <source>盘点 {text}：{parts}</source>
        <translation>stocktake {text}: {parts}</translation>
    </message>
    <message>
        <source>改物品 {count} 种</source>
        <translation>changed {count} kinds of goods</translation>
    </message>
    <message>
        <source>定兑换分值 {count} 种</source>
        <translation>set points prices of {count} kinds</translation>
    </message>
    <message>
        <source>改物品图片</source>
        <translation>changed a picture of goods</translation>
    </message>
    <message>
        <source>改兑换点</source>
        <translation>changed outlets</translation>
    </message>
    <message>
        <source>记缺货需求 {count} 件</source>
        <translation>noted demand for {count} goods out of stock</translation>
    </message>
    <message>
        <source>开兑换日 {text}</source>
        <translation>opened exchange day {text}</translation>
    </message>
    <message>
        <source>兑换日发号 {count} 个</source>
        <translation>gave {count} tickets for an exchange day</translation>
    </message>
    <message>
        <source>兑换日结算 {text}</source>
        <translation>settled exchange day {text}</translation>
    </message>
    <message>
        <source>兑换库存</source>
        <translation>Redemption and stock</translation>
    </message>
    <message>
        <source>期初入库</source>
        <translation>opening stock-in</translation>
    </message>
    <message>
        <source>购买入库</source>
        <translation>purchase stock-in</translation>
    </message>
    <message>
        <source>捐赠入库</source>
        <translation>donation stock-in</translation>
    </message>
    <message>
        <source>调入入库</source>
        <translation>transferred stock-in</translation>
    </message>
    <message>
        <source>调拨</source>
        <translation>transfer</translation>
    </message>
    <message>
        <source>损坏报损</source>
        <translation>damage write-off</translation>
    </message>
    <message>
        <source>过期报损</source>
        <translation>expiry write-off</translation>
    </message>
    <message>
        <source>退货</source>
        <translation>return</translation>
    </message>
    <message>
        <source>确认</source>
        <translation>confirmed</translation>
    </message>
    <message>
        <source>作废</source>
        <translation>voided</translation>
    </message>
    <message>
        <source>收回</source>
        <translation>taken back</translation>
    </message>
    <message>
        <source>积分超市物品</source>
        <translation>goods of the points shop</translation>
    </message>
    <message>
        <source>种</source>
        <translation>kinds</translation>
    </message>
    <message>
        <source>红色存折兑不兑</source>
        <translation>whether red passbooks redeem</translation>
    </message>
    <message>
        <source>哪天兑换</source>
        <translation>days to redeem</translation>
    </message>
    <message>
        <source>积分超市预算</source>
        <translation>points shop budget</translation>
    </message>
</context>
<context>
    <name>ActivityPage</name>
    <message>
        <source>操作记录</source>
        <translation>Activity log</translation>
    </message>
    <message>
        <source>所有人</source>
        <translation>Everybody</translation>
    </message>
    <message>
        <source>所有操作</source>
        <translation>Everything</translation>
    </message>
    <message>
        <source>这段时间没有记录。</source>
        <translation>Nothing happened in this time.</translation>
    </message>
    <message>
        <source>再看更早的</source>
        <translation>Show earlier ones</translation>
    </message>
    <message>
        <source>每办一件事就是一行：什么时候、谁、做了什么，新的在前，谁也改不了。</source>
        <translation>Everything that was done is a line: when, who and what, the newest first; nobody can change it.</translation>
    </message>
    <message>
        <source>上面选日期、人和哪一类，表和打印的一样。</source>
        <translation>Choose days, person and kind above; the print shows the same.</translation>
    </message>
    <message>
        <source>这里不写原因和备注，也没有身份证号和电话。</source>
        <translation>No reasons and remarks here, no ID or phone numbers.</translation>
    </message>
    <message>
        <source>最近 {count} 条，还有更早的</source>
        <translation>The latest {count}, there are earlier ones</translation>
    </message>
    <message>
        <source>共 {count} 条</source>
        <translation>{count} in all</translation>
    </message>
    <message>
        <source>从</source>
        <translation>From</translation>
    </message>
    <message>
        <source>到</source>
        <translation>to</translation>
    </message>
    <message>
        <source>正在排版…</source>
        <translation>Laying out…</translation>
    </message>
    <message>
        <source>打印预览</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>存为 Excel</source>
        <translation>Save as Excel</translation>
    </message>
    <message>
        <source>操作记录.xlsx</source>
        <translation>Activity log.xlsx</translation>
    </message>
    <message>
        <source>正在存为 Excel…</source>
        <translation>Saving as Excel…</translation>
    </message>
</context>
<context>
    <name>AdoptForm</name>
    <message>
        <source>接手旧折</source>
        <translation>Take over old book</translation>
    </message>
    <message>
        <source>折样</source>
        <translation>Kind of book</translation>
    </message>
    <message>
        <source>存折号</source>
        <translation>Book no.</translation>
    </message>
    <message>
        <source>照折上写；折上没有号的空着，按村里的规则编。</source>
        <translation>As in the book; leave empty if it has none, then the village&apos;s numbering gives one.</translation>
    </message>
    <message>
        <source>一行都没写的填 0。</source>
        <translation>0 if no line is written yet.</translation>
    </message>
    <message>
        <source>一行都没写</source>
        <translation>No line yet</translation>
    </message>
    <message>
        <source>第 {seq} 行&#x3000;{day}&#x3000;{words}</source>
        <translation>Line {seq}&#x3000;{day}&#x3000;{words}</translation>
    </message>
</context>
<context>
    <name>AloudDialog</name>
    <message>
        <source>朗读稿</source>
        <translation>Script to read out</translation>
    </message>
    <message>
        <source>一户一户都念</source>
        <translation>Read every household</translation>
    </message>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>关闭  Esc</source>
        <translation>Close  Esc</translation>
    </message>
    <message>
        <source>✓ 已复制</source>
        <translation>✓ Copied</translation>
    </message>
</context>
<context>
    <name>AssignForm</name>
    <message>
        <source>为什么换人、延期，可以不写</source>
        <translation>Why somebody else or more time; may stay empty</translation>
    </message>
    <message>
        <source>谁来查</source>
        <translation>Who looks into it</translation>
    </message>
    <message>
        <source>答复期限</source>
        <translation>Answer by</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Explanation</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>换人、延期：{number}</source>
        <translation>Reassign or extend: {number}</translation>
    </message>
</context>
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
    <message>
        <source>核对账目</source>
        <translation>Check the ledger</translation>
    </message>
    <message>
        <source>正在核对账目…</source>
        <translation>Checking the ledger…</translation>
    </message>
    <message>
        <source>核对无误：{facts}，校验码 {code}。</source>
        <translation>All in order: {facts}, check code {code}.</translation>
    </message>
    <message>
        <source>{count} 本存折可能已经多几行，在打印中心先看折再登。</source>
        <translation>{count} passbooks may hold more lines; look at each in the print centre before printing.</translation>
    </message>
    <message>
        <source>备份以后发的存折要按旧折接手：{numbers}。</source>
        <translation>Passbooks issued since the backup, to be taken over as old ones: {numbers}.</translation>
    </message>
</context>
<context>
    <name>BandLine</name>
    <message>
        <source>分数线</source>
        <translation>Score lines</translation>
    </message>
    <message>
        <source>{count} 星</source>
        <translation>{count} stars</translation>
    </message>
    <message>
        <source>星数</source>
        <translation>Stars</translation>
    </message>
    <message>
        <source>去掉</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>满</source>
        <translation>From</translation>
    </message>
    <message>
        <source>分，给</source>
        <translation>points: </translation>
    </message>
</context>
<context>
    <name>BandsBox</name>
    <message>
        <source>村里自己定</source>
        <translation>The village&apos;s own</translation>
    </message>
    <message>
        <source>添一档</source>
        <translation>Add a band</translation>
    </message>
</context>
<context>
    <name>BaseGroup</name>
    <message>
        <source>基础分</source>
        <translation>Base points</translation>
    </message>
    <message>
        <source>每本存折先给的分。多数村只算进总分，不能兑换。</source>
        <translation>Points that every passbook starts with. In most villages they only count in the total and cannot be redeemed.</translation>
    </message>
    <message>
        <source>去设置里改</source>
        <translation>Change in Settings</translation>
    </message>
    <message>
        <source>多少分</source>
        <translation>How many points</translation>
    </message>
    <message>
        <source>只给一次</source>
        <translation>Given once</translation>
    </message>
    <message>
        <source>每月重新给</source>
        <translation>Given anew each month</translation>
    </message>
    <message>
        <source>每半年重新给</source>
        <translation>Given anew each half-year</translation>
    </message>
    <message>
        <source>每年重新给</source>
        <translation>Given anew each year</translation>
    </message>
    <message>
        <source>多久给一次</source>
        <translation>How often</translation>
    </message>
    <message>
        <source>重新给的，到时在“结账与清零”里先列清单，再一起给。</source>
        <translation>What is given anew is first listed in Closing and clearing, then given in one go.</translation>
    </message>
    <message>
        <source>基础分也能兑换</source>
        <translation>Base points can be redeemed, too</translation>
    </message>
    <message>
        <source>每户 {household} 分，党员 {member} 分</source>
        <translation>{household} points a household, {member} points a party member</translation>
    </message>
</context>
<context>
    <name>BatchPage</name>
    <message>
        <source>贴条</source>
        <translation>Sticker strips</translation>
    </message>
    <message>
        <source>没有要登的行，都在折上了。</source>
        <translation>No unprinted entries; all are in the books.</translation>
    </message>
    <message>
        <source>左边是要登的存折，右边是贴条。先打印，或存为 PDF 拿去打。</source>
        <translation>Left are the passbooks to update, right the sticker strips. Print them first, or save as PDF and print elsewhere.</translation>
    </message>
    <message>
        <source>剪下来，照条边上写的页和行贴进折里。</source>
        <translation>Cut them out and stick them in at the page and line written beside each strip.</translation>
    </message>
    <message>
        <source>贴好了按 F8。没贴上的先按空格去掉勾，以后还会再出。</source>
        <translation>F8 when they are in. Untick what was not stuck in with Space; it comes again later.</translation>
    </message>
    <message>
        <source>左边选一本，右边大字是要抄的行。也可以打印出来抄。</source>
        <translation>Choose a book on the left; the lines to copy stand large on the right. You can also print them and copy from paper.</translation>
    </message>
    <message>
        <source>照着页和行抄进折里。</source>
        <translation>Copy them into the book at that page and line.</translation>
    </message>
    <message>
        <source>抄好了按 F8。没抄的先按空格去掉勾，以后还会再出。</source>
        <translation>F8 when they are copied. Untick what was not copied with Space; it comes again later.</translation>
    </message>
    <message>
        <source>整本是把这本折从头印成小册，原来的纸折收回。先选打印机怎样打双面。</source>
        <translation>A booklet is the whole book printed from the first line; take the old paper book back. First choose how the printer prints both sides.</translation>
    </message>
    <message>
        <source>打好后对折，骑马订两针。不会双面的打印机分两遍打，照提示放纸。</source>
        <translation>Fold the sheets and put two staples in the fold. Without two-sided printing it goes in two passes; put the paper in as you are told.</translation>
    </message>
    <message>
        <source>订好了按 F8。没打好的先按空格去掉勾，存折还照原来的接着登。</source>
        <translation>F8 when it is stapled. Untick what was not printed with Space; that passbook goes on as before.</translation>
    </message>
    <message>
        <source>上次这 {count} 本还没有答复，先答好了没有。</source>
        <translation>These {count} of last time are not answered yet. Say first whether they are done.</translation>
    </message>
    <message>
        <source>已登折 {books} 本，{lines} 行。</source>
        <translation>Passbooks updated: {books}, lines: {lines}.</translation>
    </message>
    <message>
        <source>{count} 本没登上，还在打印中心。</source>
        <translation> Not updated: {count}, still in the Print centre.</translation>
    </message>
    <message>
        <source>打印机</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>双面，长边翻</source>
        <translation>Two-sided, long edge</translation>
    </message>
    <message>
        <source>双面，短边翻</source>
        <translation>Two-sided, short edge</translation>
    </message>
    <message>
        <source>只会打一面，分两遍</source>
        <translation>One side only, two passes</translation>
    </message>
    <message>
        <source>好了</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>再打一遍</source>
        <translation>Print again</translation>
    </message>
    <message>
        <source>打印出来抄</source>
        <translation>Print to copy from</translation>
    </message>
    <message>
        <source>手写登折</source>
        <translation>Hand-written posting</translation>
    </message>
    <message>
        <source>整本</source>
        <translation>Booklet</translation>
    </message>
    <message>
        <source>正在排版…</source>
        <translation>Laying out…</translation>
    </message>
    <message>
        <source>请把打好的这叠纸整叠翻个面，原来的前沿朝前放回纸盒，再按“打印”打反面。</source>
        <translation>Turn the printed pile over as a whole, put it back with the same edge in front and press “Print” for the back.</translation>
    </message>
    <message>
        <source>请把打好的这叠纸原样放回纸盒，不翻面，再按“打印”打反面。</source>
        <translation>Put the printed pile back as it is, without turning it, and press “Print” for the back.</translation>
    </message>
    <message>
        <source>都贴好了</source>
        <translation>All stuck in</translation>
    </message>
    <message>
        <source>已抄好</source>
        <translation>All copied</translation>
    </message>
    <message>
        <source>都订好了</source>
        <translation>All stapled</translation>
    </message>
    <message>
        <source>{done} 本好了，{left} 本没有</source>
        <translation>{done} done, {left} not</translation>
    </message>
    <message>
        <source>都贴好了吗？没贴上的按空格去掉勾。</source>
        <translation>Are all stuck in? Untick the others with Space.</translation>
    </message>
    <message>
        <source>抄好了按 F8；没抄的按空格去掉勾。</source>
        <translation>F8 when copied; untick the others with Space.</translation>
    </message>
    <message>
        <source>都订好了吗？没打好的按空格去掉勾。</source>
        <translation>Are all stapled? Untick the others with Space.</translation>
    </message>
    <message>
        <source>{names}等 {count} 本没有列入：没有要登的行，或上次打的还没答复。</source>
        <translation>Not listed: {names} and others, {count} in all (no unprinted entries, or the last print is not answered).</translation>
    </message>
    <message>
        <source>看大字</source>
        <translation>Large on screen</translation>
    </message>
    <message>
        <source>没有列入{names}：没有要登的行，或上次打的还没答复。</source>
        <translation>Not listed: {names} (no unprinted entries, or the last print is not answered).</translation>
    </message>
    <message>
        <source>PDF 前 {count} 页是正面，打完整叠翻个面，原来的前沿朝前放回，再打后 {count} 页。</source>
        <translation>The first {count} pages of the PDF are fronts. Turn the printed pile over, put it back with the same edge in front, then print the last {count} pages.</translation>
    </message>
    <message>
        <source>PDF 前 {count} 页是正面，打完原样放回纸盒，不翻面，再打后 {count} 页。</source>
        <translation>The first {count} pages of the PDF are fronts. Put the printed pile back without turning it, then print the last {count} pages.</translation>
    </message>
    <message>
        <source>先从中间裁开，上半摞放在下半摞上，再对折，从折线装订。</source>
        <translation>Cut through the middle, lay the upper half on the lower one, fold, and staple in the fold.</translation>
    </message>
    <message>
        <source>对折，从折线装订。</source>
        <translation>Fold, and staple in the fold.</translation>
    </message>
    <message>
        <source>按页码理好，从左边装订。</source>
        <translation>Put in page order and staple on the left.</translation>
    </message>
</context>
<context>
    <name>BigLines</name>
    <message>
        <source>行</source>
        <translation>Line</translation>
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
        <source>加</source>
        <translation>+</translation>
    </message>
    <message>
        <source>扣</source>
        <translation>−</translation>
    </message>
    <message>
        <source>结余</source>
        <translation>Balance</translation>
    </message>
</context>
<context>
    <name>BillCard</name>
    <message>
        <source>再按一次多一件，按 － 或退格少一件。两位数的：接着按两位，再按回车。</source>
        <translation>Press again for one more, － or Backspace for one fewer. Two digits: type both, then Enter.</translation>
    </message>
    <message>
        <source>点一下少一件</source>
        <translation>Click for one fewer</translation>
    </message>
    <message>
        <source>合计 －{points} 分</source>
        <translation>Total －{points} points</translation>
    </message>
    <message>
        <source>兑后 {points} 分</source>
        <translation>After: {points} points</translation>
    </message>
</context>
<context>
    <name>BoardView</name>
    <message>
        <source>报备中</source>
        <translation>Filed</translation>
    </message>
    <message>
        <source>已核准</source>
        <translation>Approved</translation>
    </message>
    <message>
        <source>待核查</source>
        <translation>To check</translation>
    </message>
    <message>
        <source>已结</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>{head}户{kind}</source>
        <translation>{head} {kind}</translation>
    </message>
</context>
<context>
    <name>BodyForm</name>
    <message>
        <source>机构名称和成立日期</source>
        <translation>Name and founding day</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>成立日期</source>
        <translation>Founded on</translation>
    </message>
    <message>
        <source>记不清就留空。</source>
        <translation>Leave empty if not known.</translation>
    </message>
</context>
<context>
    <name>BookNumbersGroup</name>
    <message>
        <source>存折号</source>
        <translation>Book no.</translation>
    </message>
    <message>
        <source>发新折时程序按这里编号，最后一位是防错的；已发的折号不变。</source>
        <translation>New books are numbered like this; the last digit guards against slips. Books already issued keep their numbers.</translation>
    </message>
    <message>
        <source>账号加第几本</source>
        <translation>Account and which book</translation>
    </message>
    <message>
        <source>年份加全村流水号</source>
        <translation>Year and number in the village</translation>
    </message>
    <message>
        <source>网格号加网格流水号</source>
        <translation>Grid and number in the grid</translation>
    </message>
    <message>
        <source>怎么编</source>
        <translation>Numbering</translation>
    </message>
    <message>
        <source>编出来像</source>
        <translation>Looks like</translation>
    </message>
    <message>
        <source>{number}（账号 {account} 的第 1 本）</source>
        <translation>{number} (book 1 of account {account})</translation>
    </message>
    <message>
        <source>{number}（{year} 年发的第 {running} 本）</source>
        <translation>{number} (book {running} issued in {year})</translation>
    </message>
    <message>
        <source>{number}（{grid} 网格的第 {running} 本）</source>
        <translation>{number} (book {running} of grid {grid})</translation>
    </message>
</context>
<context>
    <name>BookPaperPage</name>
    <message>
        <source>封面和首页</source>
        <translation>Cover and first page</translation>
    </message>
    <message>
        <source>每本折两页：封面和首页。按册放纸，一本一本打，或存为 PDF。</source>
        <translation>Two pages for each book: cover and first page. Put the books in one by one, or save as PDF.</translation>
    </message>
    <message>
        <source>空白折还要打内页的表格，按“内页表格”。印好格子的折不用打。</source>
        <translation>Blank books also need the tables of the inner pages: press “Inner pages”. Pre-ruled books do not.</translation>
    </message>
    <message>
        <source>打坏了可以再打，这里打几遍都不算登折。</source>
        <translation>Spoilt ones can be printed again; nothing here counts as an update of the passbook.</translation>
    </message>
    <message>
        <source>正在排版…</source>
        <translation>Laying out…</translation>
    </message>
    <message>
        <source>{what} {count} 本</source>
        <translation>{what}: {count}</translation>
    </message>
    <message>
        <source>内页表格</source>
        <translation>Inner pages</translation>
    </message>
    <message>
        <source>副本</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>登折</source>
        <translation>Update passbook</translation>
    </message>
</context>
<context>
    <name>BookTypes</name>
    <message>
        <source>序</source>
        <translation>No.</translation>
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
        <translation>By</translation>
    </message>
    <message>
        <source>校验码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>红绿都用</source>
        <translation>Red and green</translation>
    </message>
    <message>
        <source>只用于红折</source>
        <translation>Red only</translation>
    </message>
    <message>
        <source>只用于绿折</source>
        <translation>Green only</translation>
    </message>
    <message>
        <source>白纸，栏线程序来打</source>
        <translation>Blank, lines printed too</translation>
    </message>
    <message>
        <source>印好栏线的折，只打字</source>
        <translation>Pre-ruled, text only</translation>
    </message>
    <message>
        <source>第 1 行</source>
        <translation>Line 1</translation>
    </message>
    <message>
        <source>第 {line} 行（管行距）</source>
        <translation>Line {line} (sets the spacing)</translation>
    </message>
    <message>
        <source>骑缝</source>
        <translation>Fold</translation>
    </message>
    <message>
        <source>“{column}”栏</source>
        <translation>Column “{column}”</translation>
    </message>
    <message>
        <source>左 {left}，宽 {width} 毫米</source>
        <translation>left {left}, width {width}</translation>
    </message>
    <message>
        <source>行中间离纸上边 {first} 毫米</source>
        <translation>centre at {first} mm</translation>
    </message>
    <message>
        <source>行距 {pitch} 毫米</source>
        <translation>line spacing {pitch} mm</translation>
    </message>
    <message>
        <source>第 {after} 行后空 {skip} 行</source>
        <translation>after line {after}, {skip} empty</translation>
    </message>
    <message>
        <source>{after} 行后空 {skip} 行</source>
        <translation>after {after}: {skip}</translation>
    </message>
    <message>
        <source>没有</source>
        <translation>None</translation>
    </message>
    <message>
        <source>现用</source>
        <translation>In use</translation>
    </message>
    <message>
        <source>停用</source>
        <translation>Off</translation>
    </message>
    <message>
        <source>红、绿</source>
        <translation>Both</translation>
    </message>
    <message>
        <source>红</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>绿</source>
        <translation>Green</translation>
    </message>
    <message>
        <source>白纸</source>
        <translation>Blank</translation>
    </message>
    <message>
        <source>印好的</source>
        <translation>Pre-ruled</translation>
    </message>
    <message>
        <source>{count} 本</source>
        <translation>{count}</translation>
    </message>
    <message>
        <source>新折样，存好后发新折时可以选。</source>
        <translation>A new kind of book; once saved it can be chosen when a book is issued.</translation>
    </message>
    <message>
        <source>还没有存折用它，改了就照新的发。</source>
        <translation>No passbook uses it yet; it is issued as changed.</translation>
    </message>
    <message>
        <source>页、行的数变了：已发的 {count} 本照旧，新发的折才用，记作新的一版。</source>
        <translation>The number of pages or lines changes: books issued ({count}) stay as they are, new ones get this as a new version.</translation>
    </message>
    <message>
        <source>每页的行没变：已发的 {count} 本下次登折，也照新的位置打。</source>
        <translation>The lines of a page stay: books issued ({count}) are printed at the new places, too, from the next update on.</translation>
    </message>
    <message>
        <source>{name}：改成文件里的，还没有存折用它</source>
        <translation>{name}: changed to what is in the file; no passbook uses it yet</translation>
    </message>
    <message>
        <source>{name}：这里没有，加进来</source>
        <translation>{name}: not here yet, added</translation>
    </message>
    <message>
        <source>{name}：和这里一样，不动</source>
        <translation>{name}: the same as here, untouched</translation>
    </message>
    <message>
        <source>{name}：改位置，已发的 {count} 本也照新的打</source>
        <translation>{name}: places change, for books issued ({count}), too</translation>
    </message>
    <message>
        <source>{name}：页、行不同，已发的 {count} 本照旧，新发的才用</source>
        <translation>{name}: other pages or lines; books issued ({count}) stay, new ones get it</translation>
    </message>
</context>
<context>
    <name>BookTypesPage</name>
    <message>
        <source>折样</source>
        <translation>Kinds of books</translation>
    </message>
    <message>
        <source>没有现用的折样。在“连停用的”里选一种，复制出新的，或导入别村的。</source>
        <translation>No kind of book is in use. Choose one under “All” and copy it, or import those of another village.</translation>
    </message>
    <message>
        <source>现用的</source>
        <translation>In use</translation>
    </message>
    <message>
        <source>连停用的</source>
        <translation>All</translation>
    </message>
    <message>
        <source>导入…</source>
        <translation>Import…</translation>
    </message>
    <message>
        <source>导出…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>量好折页的宽、高和第 1 行的位置，选最像的一种，按 Ins 复制成新折样，或按 F2 改。</source>
        <translation>Measure width, height and the place of line 1 in your book; choose the kind most like it, Ins copies it, F2 changes it.</translation>
    </message>
    <message>
        <source>垫上折页的照片，把栏、第 1 行、最后一行拖到照片的线上；右边也能填毫米数。</source>
        <translation>Lay a photo of the page below and drag columns, first and last line onto its rules; millimetres can be typed on the right.</translation>
    </message>
    <message>
        <source>按 F8 保存。只挪位置，已发的折也照新的打；改了页、行的数，只用在新发的折上。</source>
        <translation>F8 saves. Moved places hold for books issued, too; other numbers of pages or lines only for new ones.</translation>
    </message>
    <message>
        <source>“{name}”已停用，已发的 {count} 本照常登折。</source>
        <translation>“{name}” is off. Books issued ({count}) are updated as before.</translation>
    </message>
    <message>
        <source>停用折样</source>
        <translation>Switch off kind of book</translation>
    </message>
    <message>
        <source>{count} 种折样已存到 {name}。</source>
        <translation>Kinds of books saved to {name}: {count}.</translation>
    </message>
    <message>
        <source>导入折样</source>
        <translation>Import kinds of books</translation>
    </message>
    <message>
        <source>另有打印机校准 {count} 份，请到“校准”里导入。</source>
        <translation>It also holds calibrations ({count}); import them under “Calibration”.</translation>
    </message>
    <message>
        <source>{name} 里没有新的折样。</source>
        <translation>{name} holds no new kind of book.</translation>
    </message>
    <message>
        <source>{name} 里有 {count} 种折样：</source>
        <translation>Kinds of books in {name}: {count}</translation>
    </message>
    <message>
        <source>收下</source>
        <translation>Take</translation>
    </message>
    <message>
        <source>收下了 {count} 种折样。</source>
        <translation>Kinds of books taken: {count}.</translation>
    </message>
    <message>
        <source>有一处还没填对，没有保存，请看红字。</source>
        <translation>Something is not right yet, nothing was saved. See the red words.</translation>
    </message>
    <message>
        <source>没有改动，不用保存。</source>
        <translation>Nothing was changed, there is nothing to save.</translation>
    </message>
    <message>
        <source>保存“{name}”</source>
        <translation>Save “{name}”</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>折样“{name}”已保存。</source>
        <translation>Kind of book “{name}” saved.</translation>
    </message>
    <message>
        <source>{name} 新</source>
        <translation>{name} new</translation>
    </message>
    <message>
        <source>“{name}”改了还没有保存。</source>
        <translation>“{name}” was changed and is not saved yet.</translation>
    </message>
    <message>
        <source>接着改</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>共 {count} 种。行数、页数改了会记作新的一版，已发的折不变。</source>
        <translation>Kinds: {count}. Other numbers of lines or pages make a new version; books issued stay as they are.</translation>
    </message>
    <message>
        <source>重新启用</source>
        <translation>Switch on</translation>
    </message>
    <message>
        <source>停用</source>
        <translation>Switch off</translation>
    </message>
    <message>
        <source>不改了</source>
        <translation>Leave it</translation>
    </message>
    <message>
        <source>复制成新折样</source>
        <translation>Copy to a new kind</translation>
    </message>
    <message>
        <source>改</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>新折样</source>
        <translation>New kind of book</translation>
    </message>
    <message>
        <source>改折样：{name}</source>
        <translation>Change kind of book: {name}</translation>
    </message>
    <message>
        <source>先在表里选一种。</source>
        <translation>Choose a kind in the table first.</translation>
    </message>
    <message>
        <source>以后不再发“{name}”？已发的 {count} 本照常登折。</source>
        <translation>Issue “{name}” no more? Books issued ({count}) are updated as before.</translation>
    </message>
    <message>
        <source>导出折样</source>
        <translation>Export kinds of books</translation>
    </message>
    <message>
        <source>折样.json</source>
        <translation>Kinds of books.json</translation>
    </message>
    <message>
        <source>选折样的文件</source>
        <translation>Choose a file with kinds of books</translation>
    </message>
    <message>
        <source>折样文件</source>
        <translation>Kinds of books</translation>
    </message>
</context>
<context>
    <name>BooksCard</name>
    <message>
        <source>存折：现在 → 之后</source>
        <translation>Passbooks: now → then</translation>
    </message>
    <message>
        <source>新开</source>
        <translation>New</translation>
    </message>
    <message>
        <source>这一户没有存折，没有积分要分。</source>
        <translation>This household has no passbook and no points to divide.</translation>
    </message>
    <message>
        <source>可用分前后合计相等。</source>
        <translation>Spendable points add up to the same before and after.</translation>
    </message>
    <message>
        <source>新开的存折另给基础分 {base} 分。</source>
        <translation> The new passbook is given {base} base points besides.</translation>
    </message>
    <message>
        <source>选好人和分法，这里列出每本存折的变化。</source>
        <translation>Choose people and rule: here you see what becomes of each passbook.</translation>
    </message>
    <message>
        <source>可用分</source>
        <translation>Spendable</translation>
    </message>
    <message>
        <source>基础分</source>
        <translation>Base</translation>
    </message>
    <message>
        <source>考核分</source>
        <translation>Assessment</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>户和存折</source>
        <translation>Passbook</translation>
    </message>
    <message>
        <source>{code}
{number} 收起</source>
        <translation>{code}
{number} closed</translation>
    </message>
    <message>
        <source>{code}
{number}</source>
        <translation>{code}
{number}</translation>
    </message>
</context>
<context>
    <name>BooksPage</name>
    <message>
        <source>存折册</source>
        <translation>Books</translation>
    </message>
    <message>
        <source>还没有存折。新发一本，或接手原来手写的折。</source>
        <translation>No passbook yet. Issue one, or take over the old hand-written one.</translation>
    </message>
    <message>
        <source>发折</source>
        <translation>Issue passbook</translation>
    </message>
    <message>
        <source>这本存折上还没有登过行。</source>
        <translation>No line is in this passbook yet.</translation>
    </message>
    <message>
        <source>上面是这个账号的存折，一册接一册；选中一册，下面看折上写了什么。</source>
        <translation>Above are the passbooks of this account, one after another; below is what the chosen one says.</translation>
    </message>
    <message>
        <source>写满了按换折，丢了按挂失补发：新折接着写，旧折不能再登。</source>
        <translation>Full: Replace book. Lost: Report lost, reissue. The new book goes on, the old one is never updated again.</translation>
    </message>
    <message>
        <source>上次答错了打好没有，按“更正打印结果”重新答，只能改最后一次。</source>
        <translation>If the last answer on printing was wrong, press “Answer again”; only the last one can be changed.</translation>
    </message>
    <message>
        <source>存折册&#x3000;{name}</source>
        <translation>Books&#x3000;{name}</translation>
    </message>
    <message>
        <source>账号 {number}&#x3000;{code}&#x3000;{grid}</source>
        <translation>Account {number}&#x3000;{code}&#x3000;{grid}</translation>
    </message>
    <message>
        <source>存折 {number}：折上 {count} 行。</source>
        <translation>Passbook {number}, lines in it: {count}.</translation>
    </message>
    <message>
        <source>其中打坏 {count} 行。</source>
        <translation> Spoilt: {count}.</translation>
    </message>
    <message>
        <source>已接手旧折。</source>
        <translation>The old book is taken over.</translation>
    </message>
    <message>
        <source>已保存。</source>
        <translation>Saved.</translation>
    </message>
    <message>
        <source>这本折还没有打印过，没有要更正的。</source>
        <translation>Nothing was printed in this book yet, so there is nothing to correct.</translation>
    </message>
    <message>
        <source>更正打印结果</source>
        <translation>Answer again</translation>
    </message>
    <message>
        <source>注销</source>
        <translation>Close book</translation>
    </message>
    <message>
        <source>整本</source>
        <translation>Booklet</translation>
    </message>
    <message>
        <source>贴条</source>
        <translation>Sticker strip</translation>
    </message>
    <message>
        <source>手写</source>
        <translation>By hand</translation>
    </message>
    <message>
        <source>封面首页</source>
        <translation>Cover</translation>
    </message>
    <message>
        <source>副本</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>接手旧折</source>
        <translation>Take over old book</translation>
    </message>
    <message>
        <source>挂失补发</source>
        <translation>Report lost, reissue</translation>
    </message>
    <message>
        <source>换折</source>
        <translation>Replace book</translation>
    </message>
    <message>
        <source>登折</source>
        <translation>Update passbook</translation>
    </message>
    <message>
        <source>折上写的是{old}，现在是{new}。过户后重打首页。</source>
        <translation>The book says {old}, the holder is {new} now. Change the holder, then print the first page again.</translation>
    </message>
    <message>
        <source>过户</source>
        <translation>Change holder</translation>
    </message>
    <message>
        <source>先在表里选一册。</source>
        <translation>Choose a book in the table first.</translation>
    </message>
    <message>
        <source>写满了</source>
        <translation>Full</translation>
    </message>
    <message>
        <source>存折 {number} 还没写满。为什么换折？</source>
        <translation>Passbook {number} is not full yet. Why replace it?</translation>
    </message>
    <message>
        <source>存折 {number} 挂失后不能再登，另发一本新号的。是谁来报的、怎么丢的？</source>
        <translation>Reported lost, passbook {number} is never updated again; a new one with a new number is issued. Who reported it, and how was it lost?</translation>
    </message>
    <message>
        <source>注销存折 {number}？以后不再发折。请写原因。</source>
        <translation>Close passbook {number}? No book is issued after it. Please say why.</translation>
    </message>
    <message>
        <source>改位置</source>
        <translation>Set place</translation>
    </message>
    <message>
        <source>恢复过备份，折上可能已经多几行。请拿折来看，再登。</source>
        <translation>A backup was restored; the paper may hold more lines. Look at the passbook first.</translation>
    </message>
    <message>
        <source>核对</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>存折 {number}：接手后登了 {count} 行，以前手写的不列在这里。</source>
        <translation>Passbook {number}: {count} lines since it was taken over; older hand-written lines are not listed.</translation>
    </message>
</context>
<context>
    <name>CalibrationPage</name>
    <message>
        <source>校准</source>
        <translation>Calibration</translation>
    </message>
    <message>
        <source>正在排校准纸…</source>
        <translation>Laying out the calibration sheet…</translation>
    </message>
    <message>
        <source>导出到别的电脑</source>
        <translation>Export to another computer</translation>
    </message>
    <message>
        <source>从别的电脑导入</source>
        <translation>Import from another computer</translation>
    </message>
    <message>
        <source>选打印机和纸，打第一张。用尺量四个数，填上。</source>
        <translation>Choose printer and paper, print the first sheet. Measure four figures with a ruler and type them in.</translation>
    </message>
    <message>
        <source>打第二张：照纸上说的点两个铅笔点，都在小圈内就保存。</source>
        <translation>Print the second sheet: put two pencil dots where it says; if both lie in the small circles, save.</translation>
    </message>
    <message>
        <source>有一点在圈外就再量一次。每台打印机、每种纸校准一回。</source>
        <translation>If a dot lies outside, measure again. Once for each printer and each paper.</translation>
    </message>
    <message>
        <source>校准 第 1 步：打第一张，量四个数</source>
        <translation>Calibration 1: first sheet</translation>
    </message>
    <message>
        <source>校准 第 2 步：打第二张，看准不准</source>
        <translation>Calibration 2: second sheet</translation>
    </message>
    <message>
        <source>校准 连续纸：接连打 {count} 张</source>
        <translation>Calibration: {count} sheets in a row</translation>
    </message>
    <message>
        <source>校准 {size}</source>
        <translation>Calibration {size}</translation>
    </message>
    <message>
        <source>{printer} 的 {size} 纸校准好了：{words}。</source>
        <translation>{printer} is calibrated for paper {size}: {words}.</translation>
    </message>
    <message>
        <source>导入了 {count} 份校准。</source>
        <translation>Calibrations imported: {count}.</translation>
    </message>
    <message>
        <source>已导出到 {name}。</source>
        <translation>Exported to {name}.</translation>
    </message>
    <message>
        <source>还没有校准过打印机。打两张纸、量四个数，字就落在格子里。</source>
        <translation>No printer is calibrated yet. Print two sheets, measure four figures, and the text falls into its boxes.</translation>
    </message>
    <message>
        <source>选好打印机和纸再打。纸靠齐左边和上边放正，打印时不要缩放。打好就填四个数。</source>
        <translation>Choose printer and paper, then print. Put the paper straight against the left and top guides, without scaling. Then type in four figures.</translation>
    </message>
    <message>
        <source>量出来：{words}。再打一张，照纸上说的点两个铅笔点，看在不在小圈内。</source>
        <translation>Measured: {words}. Print another sheet, put two pencil dots where it says and see whether they lie in the small circles.</translation>
    </message>
    <message>
        <source>纸不要撕开。打完量第 1 张和第 {count} 张：纸的上边到框的横线。</source>
        <translation>Do not tear the paper apart. Then measure sheets 1 and {count}: from the top edge to the line of the frame.</translation>
    </message>
    <message>
        <source>删掉</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>连续纸越打越偏</source>
        <translation>Continuous paper drifts</translation>
    </message>
    <message>
        <source>打好了，填数</source>
        <translation>Printed, measure</translation>
    </message>
    <message>
        <source>在圈内，用它</source>
        <translation>In the circles, use it</translation>
    </message>
    <message>
        <source>再量一次</source>
        <translation>Measure again</translation>
    </message>
    <message>
        <source>第一张是 {printer} 打的，这一张也要用它打，请选它。</source>
        <translation>The first sheet came from {printer}; this one must, too. Choose it.</translation>
    </message>
    <message>
        <source>用尺量打出来的第一张，量到半毫米。</source>
        <translation>Measure the first sheet with a ruler, to half a millimetre.</translation>
    </message>
    <message>
        <source>在第二张上量到零点一毫米：尺边靠灰线，先读整毫米，再看哪条细线和尺上的线对齐，它的号就是零点几。</source>
        <translation>Measure the second sheet to a tenth of a millimetre: ruler along the grey line, read whole millimetres, then see which thin line meets a mark of the ruler; its number is the tenths.</translation>
    </message>
    <message>
        <source>量第 1 张和第 {count} 张，量到零点一毫米。</source>
        <translation>Measure sheets 1 and {count}, to a tenth of a millimetre.</translation>
    </message>
    <message>
        <source>校准：填量到的数</source>
        <translation>Calibration: measured figures</translation>
    </message>
    <message>
        <source>再打一张</source>
        <translation>Print another</translation>
    </message>
    <message>
        <source>这台电脑没有打印机，不知道校准记给谁。请先装好打印机，再来校准。</source>
        <translation>This computer has no printer to calibrate. Install one first.</translation>
    </message>
    <message>
        <source>删掉校准</source>
        <translation>Delete calibration</translation>
    </message>
    <message>
        <source>删掉 {printer} 的 {size} 纸的校准？</source>
        <translation>Delete the calibration of {printer} for paper {size}?</translation>
    </message>
    <message>
        <source>以后在这种纸上打，就不再移动。</source>
        <translation>From then on nothing is moved on this paper.</translation>
    </message>
    <message>
        <source>导出校准</source>
        <translation>Export calibrations</translation>
    </message>
    <message>
        <source>打印校准.json</source>
        <translation>Calibrations.json</translation>
    </message>
    <message>
        <source>导入校准</source>
        <translation>Import calibrations</translation>
    </message>
    <message>
        <source>另有 {count} 种折样，请到折样里导入这个文件。</source>
        <translation> The file also holds kinds of books ({count}); import it under “Kinds of books”.</translation>
    </message>
    <message>
        <source>校准和折样</source>
        <translation>Calibrations and kinds of books</translation>
    </message>
</context>
<context>
    <name>CardPanel</name>
    <message>
        <source>这一件</source>
        <translation>This claim</translation>
    </message>
    <message>
        <source>经过</source>
        <translation>Steps</translation>
    </message>
    <message>
        <source>选中一件，这里看它的事由、见证人和经过。</source>
        <translation>Choose a claim to see its reason, witness and steps here.</translation>
    </message>
    <message>
        <source>第 {id} 号&#x3000;{stage}</source>
        <translation>No. {id}&#x3000;{stage}</translation>
    </message>
    <message>
        <source>事由：{said}</source>
        <translation>Reason: {said}</translation>
    </message>
    <message>
        <source>见证人：{said}</source>
        <translation>Witness: {said}</translation>
    </message>
    <message>
        <source>佐证：{said}</source>
        <translation>Evidence: {said}</translation>
    </message>
    <message>
        <source>{when}&#x3000;{who}&#x3000;记录</source>
        <translation>{when}&#x3000;{who}&#x3000;recorded</translation>
    </message>
</context>
<context>
    <name>CarryGroup</name>
    <message>
        <source>结转</source>
        <translation>Carrying over</translation>
    </message>
    <message>
        <source>没换完的分留到下一期，还是清零。清零也要先列清单，再记成一行。</source>
        <translation>Whether points that were not redeemed stay for the next period or are cleared. Clearing, too, is listed first and then becomes a line.</translation>
    </message>
    <message>
        <source>一直留着用</source>
        <translation>They stay</translation>
    </message>
    <message>
        <source>每季清零</source>
        <translation>Cleared each quarter</translation>
    </message>
    <message>
        <source>每年清零</source>
        <translation>Cleared each year</translation>
    </message>
    <message>
        <source>各批到期作废</source>
        <translation>Each batch expires</translation>
    </message>
    <message>
        <source>选每季清零或每年清零才用。</source>
        <translation>Only with clearing each quarter or year.</translation>
    </message>
    <message>
        <source>剩下的可用分</source>
        <translation>Spendable points left</translation>
    </message>
    <message>
        <source>清零时保留</source>
        <translation>Kept when clearing</translation>
    </message>
    <message>
        <source>0 是全清；写了“最多保留”又填 0，就保留到那个数。</source>
        <translation>0 clears everything; with a value in Keep at most, 0 keeps up to that number.</translation>
    </message>
    <message>
        <source>最多保留</source>
        <translation>Keep at most</translation>
    </message>
    <message>
        <source>分</source>
        <translation>points</translation>
    </message>
    <message>
        <source>不填就不限。</source>
        <translation>Empty for no limit.</translation>
    </message>
    <message>
        <source>多久作废</source>
        <translation>Expires after</translation>
    </message>
    <message>
        <source>个月</source>
        <translation>months</translation>
    </message>
    <message>
        <source>每一批从生效那天算起。</source>
        <translation>Each batch counts from the day it took effect.</translation>
    </message>
    <message>
        <source>选各批到期作废才用。</source>
        <translation>Only with batches that expire.</translation>
    </message>
</context>
<context>
    <name>CaseChooser</name>
    <message>
        <source>子女数</source>
        <translation>Children</translation>
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
    <message>
        <source>每天</source>
        <translation>a day</translation>
    </message>
    <message>
        <source>每月</source>
        <translation>a month</translation>
    </message>
    <message>
        <source>每季</source>
        <translation>a quarter</translation>
    </message>
    <message>
        <source>每年</source>
        <translation>a year</translation>
    </message>
    <message>
        <source>一直累计</source>
        <translation>in all</translation>
    </message>
    <message>
        <source>次</source>
        <translation>times</translation>
    </message>
    <message>
        <source>分</source>
        <translation>points</translation>
    </message>
    <message>
        <source>计分，可兑换</source>
        <translation>Counts and can be redeemed</translation>
    </message>
    <message>
        <source>只计评先评优</source>
        <translation>Counts for honours only</translation>
    </message>
    <message>
        <source>赠送，只能兑换</source>
        <translation>Given, can only be redeemed</translation>
    </message>
    <message>
        <source>没有</source>
        <translation>None</translation>
    </message>
    <message>
        <source>不能评先评优</source>
        <translation>No honours</translation>
    </message>
    <message>
        <source>不能兑换</source>
        <translation>No redemption</translation>
    </message>
    <message>
        <source>不能评优也不能兑换</source>
        <translation>No honours and no redemption</translation>
    </message>
    <message>
        <source>一个月</source>
        <translation>One month</translation>
    </message>
    <message>
        <source>一个季度</source>
        <translation>One quarter</translation>
    </message>
    <message>
        <source>半年</source>
        <translation>Half a year</translation>
    </message>
    <message>
        <source>一年</source>
        <translation>One year</translation>
    </message>
    <message>
        <source>两年</source>
        <translation>Two years</translation>
    </message>
    <message>
        <source>直到开会解除</source>
        <translation>Until a meeting lifts it</translation>
    </message>
    <message>
        <source>新增</source>
        <translation>New</translation>
    </message>
    <message>
        <source>改动</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>未变</source>
        <translation>Unchanged</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>分值</source>
        <translation>Points</translation>
    </message>
    <message>
        <source>上限</source>
        <translation>Cap</translation>
    </message>
    <message>
        <source>适用对象</source>
        <translation>For whom</translation>
    </message>
    <message>
        <source>积分用途</source>
        <translation>Use of the points</translation>
    </message>
    <message>
        <source>依据材料</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>一票否决</source>
        <translation>Veto</translation>
    </message>
    <message>
        <source>认定方式</source>
        <translation>How it is decided</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>{period}最多 {amount} 次</source>
        <translation>At most {amount} times {period}</translation>
    </message>
    <message>
        <source>{period}最多扣 {amount} 分</source>
        <translation>At most {amount} points taken {period}</translation>
    </message>
    <message>
        <source>{period}最多 {amount} 分</source>
        <translation>At most {amount} points {period}</translation>
    </message>
    <message>
        <source>全部扣分：{limit}</source>
        <translation>All deductions: {limit}</translation>
    </message>
    <message>
        <source>全部加分：{limit}</source>
        <translation>All credits: {limit}</translation>
    </message>
    <message>
        <source>{veto}，{term}</source>
        <translation>{veto}, {term}</translation>
    </message>
    <message>
        <source>{code} {name}</source>
        <translation>{code} {name}</translation>
    </message>
    <message>
        <source>上限写着“{cap}”，程序按：{limits}</source>
        <translation>The limit says “{cap}”; the program applies: {limits}</translation>
    </message>
    <message>
        <source>上限写着“{cap}”，程序不限，由人把关</source>
        <translation>The limit says “{cap}”; the program sets none, people watch over it</translation>
    </message>
    <message>
        <source>程序按：{limits}</source>
        <translation>The program applies: {limits}</translation>
    </message>
    <message>
        <source>记入：{text}</source>
        <translation>Goes into: {text}</translation>
    </message>
    <message>
        <source>认定：{text}</source>
        <translation>Decided by: {text}</translation>
    </message>
    <message>
        <source>凭：{text}</source>
        <translation>Evidence: {text}</translation>
    </message>
    <message>
        <source>用途：{text}</source>
        <translation>Use: {text}</translation>
    </message>
    <message>
        <source>一票否决：{text}</source>
        <translation>Veto: {text}</translation>
    </message>
    <message>
        <source>备注：{text}</source>
        <translation>Remark: {text}</translation>
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
        <source>导出 Excel</source>
        <translation>Export to Excel</translation>
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
    <message>
        <source>导入表格</source>
        <translation>Import a sheet</translation>
    </message>
    <message>
        <source>对照两版</source>
        <translation>Compare two versions</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>起草下一版</source>
        <translation>Draft the next version</translation>
    </message>
    <message>
        <source>第一次：采用起步版，或“导入表格”读村里自己的细则。</source>
        <translation>At first: adopt the starter version, or Import a sheet with the village&apos;s own rules.</translation>
    </message>
    <message>
        <source>要改：“起草下一版”，改好、打印、开会，通过了再采用。</source>
        <translation>To change them: Draft the next version, change it, print it, hold the meeting, and adopt it when it has passed.</translation>
    </message>
    <message>
        <source>执行日期以前的积分仍按旧版，旧的一条也不会变。</source>
        <translation>Points before the first day still follow the old version; none of the old lines changes.</translation>
    </message>
    <message>
        <source>接着改草稿（{noted} 处要核对）</source>
        <translation>Go on with the draft ({noted} to check)</translation>
    </message>
    <message>
        <source>接着改草稿</source>
        <translation>Go on with the draft</translation>
    </message>
    <message>
        <source>草稿 {items} 项，{day} {name}存，还没有采用。</source>
        <translation>Draft of {items} items, saved {day} by {name}, not yet adopted.</translation>
    </message>
    <message>
        <source>起步版</source>
        <translation>Starter version</translation>
    </message>
    <message>
        <source>空白</source>
        <translation>Empty</translation>
    </message>
    <message>
        <source>现行版</source>
        <translation>Version in force</translation>
    </message>
    <message>
        <source>从哪一份改起？改草稿不影响现在用的细则，开会通过后才执行。</source>
        <translation>Begin with which one? A draft changes nothing of the rules in use until a meeting has passed it.</translation>
    </message>
    <message>
        <source>已有一份草稿，读进来的表格会换掉它。</source>
        <translation>There is a draft already; the sheet would take its place.</translation>
    </message>
    <message>
        <source>换掉草稿</source>
        <translation>Replace the draft</translation>
    </message>
</context>
<context>
    <name>CataloguePaperPage</name>
    <message>
        <source>积分细则</source>
        <translation>Points rules</translation>
    </message>
    <message>
        <source>打印张贴，或存为 PDF。停用和没定分值的事项不列在表里。</source>
        <translation>Print it for the wall, or save it as PDF. Items that are off or have no value are left out.</translation>
    </message>
    <message>
        <source>积分细则对照表</source>
        <translation>Comparison of the points rules</translation>
    </message>
    <message>
        <source>积分细则讨论稿</source>
        <translation>Points rules for discussion</translation>
    </message>
    <message>
        <source>积分细则第 {number} 版</source>
        <translation>Points rules, version {number}</translation>
    </message>
    <message>
        <source>正在排版…</source>
        <translation>Laying out…</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>都留在原来的存折</source>
        <translation>All stay in the old passbook</translation>
    </message>
    <message>
        <source>按人头分</source>
        <translation>Divide by head</translation>
    </message>
    <message>
        <source>按商量好的数分</source>
        <translation>Divide as agreed</translation>
    </message>
    <message>
        <source>全部转过去</source>
        <translation>Move all</translation>
    </message>
    <message>
        <source>先冻结，商量好再转</source>
        <translation>Hold now, move once agreed</translation>
    </message>
</context>
<context>
    <name>ChangesBox</name>
    <message>
        <source>校样以后的变动</source>
        <translation>Changes since the proof</translation>
    </message>
    <message>
        <source>比校样多 {count} 笔，已经算进下面这一份。请核对，再重出校样。</source>
        <translation>{count} entries more than the proof; they count in the sheet below. Check them, then make the proof again.</translation>
    </message>
    <message>
        <source>账没有变，但姓名、存折或规矩变了，和校样不一样。请重出校样。</source>
        <translation>The points are the same, but names, passbooks or rules have changed since the proof. Make the proof again.</translation>
    </message>
</context>
<context>
    <name>CharterForm</name>
    <message>
        <source>采用新章程</source>
        <translation>Adopt a new charter</translation>
    </message>
    <message>
        <source>机构</source>
        <translation>Council</translation>
    </message>
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
        <source>章程</source>
        <translation>Charter</translation>
    </message>
    <message>
        <source>粘贴全文，或写文件名。</source>
        <translation>Paste the full text, or write the file name.</translation>
    </message>
</context>
<context>
    <name>CheckPage</name>
    <message>
        <source>核验</source>
        <translation>Verify</translation>
    </message>
    <message>
        <source>纸上的码或号码</source>
        <translation>Code or number</translation>
    </message>
    <message>
        <source>打开这一户</source>
        <translation>Open household</translation>
    </message>
    <message>
        <source>这次还没有核验过。</source>
        <translation>Nothing was verified in this sitting yet.</translation>
    </message>
    <message>
        <source>打存折每一行右边的 8 位码，公示、打印件下面的 10 位校验码，或扫折上的号码，回车。</source>
        <translation>Type the 8 characters at the right of a passbook line or the 10-character check code below a notice or print, or scan the book&apos;s number; Enter.</translation>
    </message>
    <message>
        <source>✓ 真的；⚠ 是本村的，后来有变化；✕ 不是本村打的，或抄错了。</source>
        <translation>✓ genuine; ⚠ from this village, but changed since; ✕ not from this village, or miscopied.</translation>
    </message>
    <message>
        <source>大小写、空格、横线都不要紧；码里没有 0、1 和字母 O、I。</source>
        <translation>Capitals, spaces and dashes do not matter; codes have no 0, 1 and no letters O, I.</translation>
    </message>
    <message>
        <source>折上每行的 8 位码，单据的 10 位校验码，或扫存折号</source>
        <translation>Line: 8 characters, sheet: 10; or scan the book no.</translation>
    </message>
</context>
<context>
    <name>Checking</name>
    <message>
        <source>真的</source>
        <translation>Genuine</translation>
    </message>
    <message>
        <source>不是本村打的，或抄错了</source>
        <translation>Not from this village, or miscopied</translation>
    </message>
    <message>
        <source>真的，有 {count} 处是这个码</source>
        <translation>Genuine, {count} places have this code</translation>
    </message>
    <message>
        <source>有 {count} 处是这个码，请看是哪一处</source>
        <translation>{count} places have this code; see which it is</translation>
    </message>
    <message>
        <source>校验位不对，请再看一眼</source>
        <translation>The check digit is wrong, look again</translation>
    </message>
    <message>
        <source>码里没有 0、1 和字母 O、I，请再看一眼</source>
        <translation>Codes have no 0, 1 and no letters O, I; look again</translation>
    </message>
    <message>
        <source>长短不对：行上的码 8 位，单据上的 10 位，别的只有数字</source>
        <translation>Wrong length: a line has 8 characters, a sheet 10; all others are digits only</translation>
    </message>
    <message>
        <source>账和纸对不上</source>
        <translation>Ledger and paper differ</translation>
    </message>
    <message>
        <source>这本已挂失</source>
        <translation>This passbook is reported lost</translation>
    </message>
    <message>
        <source>这一行打废了</source>
        <translation>This line is spoilt</translation>
    </message>
    <message>
        <source>这一行没有算打上</source>
        <translation>This line does not count as printed</translation>
    </message>
    <message>
        <source>真的，后来冲销了</source>
        <translation>Genuine, reversed later</translation>
    </message>
    <message>
        <source>村文件比这张纸旧</source>
        <translation>The village file is older than this paper</translation>
    </message>
    <message>
        <source>已注销</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>这本已换折</source>
        <translation>This passbook is replaced</translation>
    </message>
    <message>
        <source>账上现在和打印时不一样。请到设置里核对账目，先不要照纸上的数办。</source>
        <translation>The ledger differs from when this was printed. Check the ledger under Settings; do not rely on the paper yet.</translation>
    </message>
    <message>
        <source>{day} 挂失（{reason}），请不要再凭它办事。</source>
        <translation>Reported lost {day} ({reason}); do not accept it any more.</translation>
    </message>
    <message>
        <source>这一行当时说打废了，后面另有一行是算数的。</source>
        <translation>This line was said to be spoilt; another one after it counts.</translation>
    </message>
    <message>
        <source>当时说没打上，或整本重打过，现在的折上不是这一行。</source>
        <translation>It was said not to be printed, or the booklet was printed anew; it is not in the present book.</translation>
    </message>
    <message>
        <source>{day} 第 {line} 行冲销了它。</source>
        <translation>Reversed {day} by line {line}.</translation>
    </message>
    <message>
        <source>纸上到第 {seq} 行，账上还没有那么多。请找最新的村文件再核验。</source>
        <translation>The paper goes to line {seq}, the ledger not so far. Find the latest village file and verify again.</translation>
    </message>
    <message>
        <source>{day} 注销（{reason}）。</source>
        <translation>Closed {day} ({reason}).</translation>
    </message>
    <message>
        <source>{day} 换折（{reason}）。</source>
        <translation>Replaced {day} ({reason}).</translation>
    </message>
    <message>
        <source>送去打印了，还没有答“打好了吗”。</source>
        <translation>Sent to the printer; “Is it printed?” is not answered yet.</translation>
    </message>
    <message>
        <source>这个账号已经销户。</source>
        <translation>This account is closed.</translation>
    </message>
    <message>
        <source>接着用的是存折 {number}。</source>
        <translation>Passbook {number} goes on from it.</translation>
    </message>
    <message>
        <source>{holder}（现在是{name}）</source>
        <translation>{holder} (now {name})</translation>
    </message>
    <message>
        <source>过次页</source>
        <translation>Carried forward</translation>
    </message>
    <message>
        <source>承前页</source>
        <translation>Brought forward</translation>
    </message>
    <message>
        <source>承上册</source>
        <translation>From last book</translation>
    </message>
    <message>
        <source>转下册</source>
        <translation>To next book</translation>
    </message>
    <message>
        <source>打印机登折</source>
        <translation>updated by printer</translation>
    </message>
    <message>
        <source>存成 PDF 登折</source>
        <translation>updated by PDF</translation>
    </message>
    <message>
        <source>整本打印</source>
        <translation>booklet</translation>
    </message>
    <message>
        <source>贴条</source>
        <translation>sticker strip</translation>
    </message>
    <message>
        <source>手写登折</source>
        <translation>hand-written posting</translation>
    </message>
    <message>
        <source>已发，还没有登过</source>
        <translation>Issued, not updated yet</translation>
    </message>
    <message>
        <source>在用</source>
        <translation>In use</translation>
    </message>
    <message>
        <source>写满了，该换折</source>
        <translation>Full, replace it</translation>
    </message>
    <message>
        <source>已挂失</source>
        <translation>Reported lost</translation>
    </message>
    <message>
        <source>已换折</source>
        <translation>Replaced</translation>
    </message>
    <message>
        <source>{name}公示 {number} 号</source>
        <translation>Notice {number}, {name}</translation>
    </message>
    <message>
        <source>存折打印件 {books} 本，共 {pages} 页</source>
        <translation>Passbook prints: {books}, pages: {pages}</translation>
    </message>
    <message>
        <source>登折 {books} 本</source>
        <translation>Passbooks updated: {books}</translation>
    </message>
    <message>
        <source>备份 {number}</source>
        <translation>Backup {number}</translation>
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
        <source>哪一行</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>第 {page} 页第 {line} 行</source>
        <translation>Page {page}, line {line}</translation>
    </message>
    <message>
        <source>持折人</source>
        <translation>Holder</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>{points} 分，结余 {balance} 分</source>
        <translation>{points} points, balance {balance}</translation>
    </message>
    <message>
        <source>分数</source>
        <translation>Points</translation>
    </message>
    <message>
        <source>结余</source>
        <translation>Balance</translation>
    </message>
    <message>
        <source>{balance} 分</source>
        <translation>{balance} points</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Printed</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>发折</source>
        <translation>Issued</translation>
    </message>
    <message>
        <source>下一行</source>
        <translation>Next line</translation>
    </message>
    <message>
        <source>现用的存折</source>
        <translation>Passbook in use</translation>
    </message>
    <message>
        <source>没有</source>
        <translation>None</translation>
    </message>
    <message>
        <source>这张纸</source>
        <translation>This sheet</translation>
    </message>
    <message>
        <source>出纸</source>
        <translation>Made</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>账到</source>
        <translation>Ledger up to</translation>
    </message>
    <message>
        <source>第 {seq} 行，以后又记了 {since} 行</source>
        <translation>line {seq}, {since} entered since</translation>
    </message>
    <message>
        <source>这张兑换单后来退回了，积分已还到存折上。</source>
        <translation>This slip was returned later; its points are back in the passbook.</translation>
    </message>
    <message>
        <source>兑换单 {number}&#x3000;{name}</source>
        <translation>Slip {number}&#x3000;{name}</translation>
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
        <source>导入什么</source>
        <translation>What to import</translation>
    </message>
    <message>
        <source>商铺和驻地单位：有绿折，不是住户的</source>
        <translation>Shops and resident units: green books other than households</translation>
    </message>
    <message>
        <source>粘贴复制的行</source>
        <translation>Paste copied rows</translation>
    </message>
    <message>
        <source>下载花名册模板</source>
        <translation>Save a roster template</translation>
    </message>
    <message>
        <source>也可以把文件拖到这一页上，或在 WPS 里复制几行，到这里按 Ctrl+V。</source>
        <translation>You can also drop a file on this page, or copy rows in WPS and press Ctrl+V here.</translation>
    </message>
    <message>
        <source>密码不对，“{file}”没有打开，请再输一次。</source>
        <translation>Wrong password, “{file}” was not opened. Type it again.</translation>
    </message>
    <message>
        <source>“{file}”有密码，请输入。密码只用来打开，不会存下来。</source>
        <translation>“{file}” has a password. It only opens the file and is not stored.</translation>
    </message>
</context>
<context>
    <name>Claims</name>
    <message>
        <source>待初审</source>
        <translation>Awaits first check</translation>
    </message>
    <message>
        <source>待审</source>
        <translation>Awaits review</translation>
    </message>
    <message>
        <source>公示中</source>
        <translation>On notice</translation>
    </message>
    <message>
        <source>公示期满</source>
        <translation>Notice over</translation>
    </message>
    <message>
        <source>已入账</source>
        <translation>Entered</translation>
    </message>
    <message>
        <source>已退回</source>
        <translation>Rejected</translation>
    </message>
    <message>
        <source>已撤回</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>已销户</source>
        <translation>Account closed</translation>
    </message>
    <message>
        <source>户不在村</source>
        <translation>Household away</translation>
    </message>
    <message>
        <source>已停业</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>超上限</source>
        <translation>Over the cap</translation>
    </message>
    <message>
        <source>会成负数</source>
        <translation>Would go below zero</translation>
    </message>
    <message>
        <source>像是重复</source>
        <translation>May be a double</translation>
    </message>
    <message>
        <source>初审通过</source>
        <translation>First check passed</translation>
    </message>
    <message>
        <source>初审退回</source>
        <translation>Rejected at first check</translation>
    </message>
    <message>
        <source>审核通过</source>
        <translation>Review passed</translation>
    </message>
    <message>
        <source>审核退回</source>
        <translation>Rejected at review</translation>
    </message>
    <message>
        <source>开始公示</source>
        <translation>Put on notice</translation>
    </message>
    <message>
        <source>公示中有异议，退回</source>
        <translation>Objection upheld on notice, rejected</translation>
    </message>
    <message>
        <source>入账</source>
        <translation>Entered</translation>
    </message>
    <message>
        <source>没有入账</source>
        <translation>Not entered</translation>
    </message>
    <message>
        <source>撤回</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>公示到 {day}</source>
        <translation>on notice until {day}</translation>
    </message>
    <message>
        <source>第 {seq} 行</source>
        <translation>line {seq}</translation>
    </message>
    <message>
        <source>审核单 {number}</source>
        <translation>review sheet {number}</translation>
    </message>
    <message>
        <source>原因：{reason}</source>
        <translation>reason: {reason}</translation>
    </message>
    <message>
        <source>{count} 件通过，进入下一步</source>
        <translation>{count} passed to the next step</translation>
    </message>
    <message>
        <source>{count} 件通过，开始公示</source>
        <translation>{count} passed and put on notice</translation>
    </message>
    <message>
        <source>{count} 件已入账</source>
        <translation>{count} entered</translation>
    </message>
    <message>
        <source>{count} 件已退回</source>
        <translation>{count} rejected</translation>
    </message>
    <message>
        <source>等公示</source>
        <translation>Awaits notice</translation>
    </message>
    <message>
        <source>下一期公示时上墙，期满归档才入账</source>
        <translation>goes on the wall with the next notice, entered when that is archived</translation>
    </message>
    <message>
        <source>挂在公示{number}上，归档时入账</source>
        <translation>on notice {number}, entered when it is archived</translation>
    </message>
</context>
<context>
    <name>ClaimsPage</name>
    <message>
        <source>审核</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>姓名、户编号、事项、网格、记录人</source>
        <translation>Name, household code, item, grid, recorder</translation>
    </message>
    <message>
        <source>没办完的</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>待初审</source>
        <translation>Awaits first check</translation>
    </message>
    <message>
        <source>待审</source>
        <translation>Awaits review</translation>
    </message>
    <message>
        <source>公示中</source>
        <translation>On notice</translation>
    </message>
    <message>
        <source>已办</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>空格勾一条，Ctrl+A 全勾；F8 通过，不同意的按退回并写原因。</source>
        <translation>Space ticks one, Ctrl+A all; F8 passes; what you do not agree with you reject with a reason.</translation>
    </message>
    <message>
        <source>一人经办：先打印审核单（F12）签字，回来填单号再通过。</source>
        <translation>Working alone: print the review sheet (F12), have it signed, enter its number and pass.</translation>
    </message>
    <message>
        <source>公示期满的按“公示期满入账”，入了账才能兑换、排名、登折。</source>
        <translation>Enter what has been on notice long enough; only then can it be redeemed, ranked and printed in the book.</translation>
    </message>
    <message>
        <source>待初审 {first} 件，待审 {review} 件，公示中 {notice} 件，期满 {due} 件；未入账 {points} 分。</source>
        <translation>Awaiting first check {first}, review {review}, on notice {notice}, notice over {due}; {points} points not yet entered.</translation>
    </message>
    <message>
        <source>{what}。</source>
        <translation>{what}.</translation>
    </message>
    <message>
        <source>打印审核单</source>
        <translation>Print review sheet</translation>
    </message>
    <message>
        <source>{count} 件没有办，仍勾着：{why}</source>
        <translation>{count} not done and still ticked: {why}</translation>
    </message>
    <message>
        <source>没有公示期满的申报。</source>
        <translation>No claim whose notice is over.</translation>
    </message>
    <message>
        <source>已撤回 {count} 件。</source>
        <translation>{count} withdrawn.</translation>
    </message>
    <message>
        <source>审核单单号</source>
        <translation>Sheet no.</translation>
    </message>
    <message>
        <source>全勾</source>
        <translation>Tick all</translation>
    </message>
    <message>
        <source>撤回</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>退回</source>
        <translation>Reject</translation>
    </message>
    <message>
        <source>通过</source>
        <translation>Pass</translation>
    </message>
    <message>
        <source>导入上报表</source>
        <translation>Import claims sheet</translation>
    </message>
    <message>
        <source>公示期满入账 {count} 件</source>
        <translation>Enter {count} whose notice is over</translation>
    </message>
    <message>
        <source>没有这样的申报。</source>
        <translation>No such claims.</translation>
    </message>
    <message>
        <source>看没办完的</source>
        <translation>Show open ones</translation>
    </message>
    <message>
        <source>没有等着办的申报。</source>
        <translation>No claims are waiting.</translation>
    </message>
    <message>
        <source>去录入</source>
        <translation>Enter points</translation>
    </message>
    <message>
        <source>这一件</source>
        <translation>This claim</translation>
    </message>
    <message>
        <source>已勾 {count} 件&#x3000;{points} 分</source>
        <translation>{count} ticked&#x3000;{points} points</translation>
    </message>
    <message>
        <source>还没有勾选。空格勾一条，Ctrl+A 全勾。</source>
        <translation>Nothing is ticked yet. Space ticks one, Ctrl+A all.</translation>
    </message>
    <message>
        <source>退回 {count} 件？积分不记，原因会留在记录里。</source>
        <translation>Reject {count}? Their points are not entered; the reason stays on record.</translation>
    </message>
    <message>
        <source>撤回您自己记的 {count} 件？撤回后要重新记。</source>
        <translation>Withdraw {count} of your own? They would have to be entered again.</translation>
    </message>
    <message>
        <source>没有可以打印的申报。</source>
        <translation>No claims to print.</translation>
    </message>
    <message>
        <source>村里现在是记了就生效，不用审核。要审核，请到“积分规矩”里打开。</source>
        <translation>In this village deeds count at once, without review. To have a review, turn it on in Points policy.</translation>
    </message>
    <message>
        <source>去积分规矩</source>
        <translation>Go to Points policy</translation>
    </message>
</context>
<context>
    <name>ClosingPage</name>
    <message>
        <source>结账与清零</source>
        <translation>Closing and clearing</translation>
    </message>
    <message>
        <source>还没有关过账。过完的周、月、季、年核对好了，就可以在上面关账。</source>
        <translation>No period has been closed yet. When a week, month, quarter or year is over and checked, it can be closed above.</translation>
    </message>
    <message>
        <source>没有要动的存折。</source>
        <translation>No passbook to change.</translation>
    </message>
    <message>
        <source>选好过完的一期，按“关账”：以后补记的分算进下一期，这一期的数不再变。</source>
        <translation>Choose a period that is over and press Close: what is entered for it later counts in the next one, its figures change no more.</translation>
    </message>
    <message>
        <source>关错了选中它按“重新打开”，写明原因；出过公示的日子不能再打开。</source>
        <translation>Closed by mistake? Choose it and press Reopen with a reason; days with an issued notice cannot be opened again.</translation>
    </message>
    <message>
        <source>清零、结转先列清单，一户一户看好再按“执行”；存折上会多一行。</source>
        <translation>Clearing and carrying over are listed first; look through it household by household, then press Carry out; the book gets a line more.</translation>
    </message>
    <message>
        <source>{run}：列清单</source>
        <translation>{run}: make the list</translation>
    </message>
    <message>
        <source>{period}已关账：{span}。</source>
        <translation>{period} is closed: {span}.</translation>
    </message>
    <message>
        <source>已重新打开：{span}。</source>
        <translation>Open again: {span}.</translation>
    </message>
    <message>
        <source>“{name}”已经做过，不能再做。</source>
        <translation>“{name}” was done already and cannot be done again.</translation>
    </message>
    <message>
        <source>“{name}”的清单，还没有记账。{until} 以后得的分不动，欠分的不动。</source>
        <translation>List of “{name}”, nothing is entered yet. Points after {until} are not touched, nor are debts.</translation>
    </message>
    <message>
        <source>“{name}”的清单，还没有记账。</source>
        <translation>List of “{name}”, nothing is entered yet.</translation>
    </message>
    <message>
        <source>“{name}”已执行，记了 {count} 笔。</source>
        <translation>“{name}” is carried out, {count} lines entered.</translation>
    </message>
    <message>
        <source>清零、结转、基础分</source>
        <translation>Clearing, carrying over, base points</translation>
    </message>
    <message>
        <source>关账</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>重新打开</source>
        <translation>Reopen</translation>
    </message>
    <message>
        <source>执行</source>
        <translation>Carry out</translation>
    </message>
    <message>
        <source>关上{period}的账？</source>
        <translation>Close the books of {period}?</translation>
    </message>
    <message>
        <source>以前没关的日子一起关上；以后补记、冲销的分算进下一期。关错了可以重新打开。</source>
        <translation>Open days before it are closed with it; later entries and reversals count in the next period. It can be opened again.</translation>
    </message>
    <message>
        <source>先在表里选中要重新打开的那一期。</source>
        <translation>First choose the period to open again in the table.</translation>
    </message>
    <message>
        <source>重新打开 {span}？打开以后，这些日子的事又记在当天。</source>
        <translation>Open {span} again? Deeds of these days then count on their own days again.</translation>
    </message>
    <message>
        <source>执行“{name}”？{count} 本存折各记一笔。</source>
        <translation>Carry out “{name}”? {count} passbooks get a line each.</translation>
    </message>
    <message>
        <source>{count} 本，基础分共 {granted} 分</source>
        <translation>{count} passbooks, {granted} base points in all</translation>
    </message>
    <message>
        <source>{count} 本，清零 {taken} 分，其中结转 {kept} 分</source>
        <translation>{count} passbooks, {taken} points cleared, of them {kept} carried over</translation>
    </message>
    <message>
        <source>村里定的是积分一直保留，基础分只发一次，没有要清的。要改请到“积分规矩”。</source>
        <translation>In this village points stay and base points are given once; there is nothing to clear. To change that, go to Points policy.</translation>
    </message>
</context>
<context>
    <name>CollectorBox</name>
    <message>
        <source>代领：本人</source>
        <translation>Collected by: self</translation>
    </message>
    <message>
        <source>代领人姓名</source>
        <translation>Proxy&apos;s name</translation>
    </message>
    <message>
        <source>关系</source>
        <translation>Relation</translation>
    </message>
    <message>
        <source>和户主的关系</source>
        <translation>Relation to head</translation>
    </message>
    <message>
        <source>本人  F6</source>
        <translation>Self  F6</translation>
    </message>
    <message>
        <source>代  F6</source>
        <translation>Proxy  F6</translation>
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
    <message>
        <source>已迁出</source>
        <translation>Moved out</translation>
    </message>
    <message>
        <source>已注销</source>
        <translation>Deregistered</translation>
    </message>
    <message>
        <source>已并入别户</source>
        <translation>Merged</translation>
    </message>
    <message>
        <source>变更</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>登记于</source>
        <translation>Recorded</translation>
    </message>
    <message>
        <source>{sheet} · 第 {row} 行</source>
        <translation>{sheet} · row {row}</translation>
    </message>
    <message>
        <source>格子里写的</source>
        <translation>In the cell</translation>
    </message>
    <message>
        <source>一键办法</source>
        <translation>Quick fix</translation>
    </message>
    <message>
        <source>商铺和单位</source>
        <translation>Shops and units</translation>
    </message>
    <message>
        <source>已撤销 {day}</source>
        <translation>Undone {day}</translation>
    </message>
    <message>
        <source>商铺</source>
        <translation>Shop</translation>
    </message>
    <message>
        <source>驻地单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>已停业</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>经营者</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>挂牌</source>
        <translation>Plaque</translation>
    </message>
    <message>
        <source>职务</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>网格或楼栋</source>
        <translation>Grid or building</translation>
    </message>
    <message>
        <source>任职起</source>
        <translation>Since</translation>
    </message>
    <message>
        <source>年龄</source>
        <translation>Age</translation>
    </message>
    <message>
        <source>联系人</source>
        <translation>Linked with</translation>
    </message>
    <message>
        <source>从哪天起</source>
        <translation>Since</translation>
    </message>
    <message>
        <source>职责</source>
        <translation>Roles</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>本人的户</source>
        <translation>Own household</translation>
    </message>
    <message>
        <source>现在</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>程序按</source>
        <translation>Applied as</translation>
    </message>
    <message>
        <source>凭什么认</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>用途</source>
        <translation>Use</translation>
    </message>
    <message>
        <source>一票否决</source>
        <translation>Veto</translation>
    </message>
    <message>
        <source>核对</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>变化</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>改什么</source>
        <translation>What to change</translation>
    </message>
    <message>
        <source>选</source>
        <translation>Choose</translation>
    </message>
    <message>
        <source>提示</source>
        <translation>Hint</translation>
    </message>
    <message>
        <source>记录人</source>
        <translation>Recorder</translation>
    </message>
    <message>
        <source>等了几天</source>
        <translation>Days waiting</translation>
    </message>
    <message>
        <source>报</source>
        <translation>Claimed</translation>
    </message>
    <message>
        <source>上报人</source>
        <translation>Claimed by</translation>
    </message>
    <message>
        <source>问题</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>名次</source>
        <translation>Rank</translation>
    </message>
    <message>
        <source>加分</source>
        <translation>Credits</translation>
    </message>
    <message>
        <source>扣分</source>
        <translation>Debits</translation>
    </message>
    <message>
        <source>兑换</source>
        <translation>Redeemed</translation>
    </message>
    <message>
        <source>得分</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>上期得分</source>
        <translation>Last score</translation>
    </message>
    <message>
        <source>比上期</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>户主/姓名</source>
        <translation>Head/name</translation>
    </message>
    <message>
        <source>网格/楼栋</source>
        <translation>Grid/building</translation>
    </message>
    <message>
        <source>户数</source>
        <translation>Households</translation>
    </message>
    <message>
        <source>有记录</source>
        <translation>With entries</translation>
    </message>
    <message>
        <source>户均</source>
        <translation>Per household</translation>
    </message>
    <message>
        <source>期间</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>关上的日子</source>
        <translation>Closed days</translation>
    </message>
    <message>
        <source>关账日期</source>
        <translation>Closed on</translation>
    </message>
    <message>
        <source>可用</source>
        <translation>Spendable</translation>
    </message>
    <message>
        <source>清零</source>
        <translation>Cleared</translation>
    </message>
    <message>
        <source>结转</source>
        <translation>Carrying over</translation>
    </message>
    <message>
        <source>基础分</source>
        <translation>Base points</translation>
    </message>
    <message>
        <source>不计分</source>
        <translation>Not scored</translation>
    </message>
    <message>
        <source>已并走</source>
        <translation>Merged</translation>
    </message>
    <message>
        <source>全户迁回</source>
        <translation>Whole household returns</translation>
    </message>
    <message>
        <source>网格上报表</source>
        <translation>Grid claims sheet</translation>
    </message>
    <message>
        <source>{count} 条</source>
        <translation>{count} rows</translation>
    </message>
    <message>
        <source>序</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>证明人</source>
        <translation>Witness</translation>
    </message>
    <message>
        <source>结余后</source>
        <translation>Balance after</translation>
    </message>
    <message>
        <source>谁</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>做了什么</source>
        <translation>What was done</translation>
    </message>
    <message>
        <source>码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>核验结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>是什么</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>好</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>哪里</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>{count} 行</source>
        <translation>{count}</translation>
    </message>
    <message>
        <source>废</source>
        <translation>Spoilt</translation>
    </message>
    <message>
        <source>册</source>
        <translation>Book</translation>
    </message>
    <message>
        <source>存折号</source>
        <translation>Book no.</translation>
    </message>
    <message>
        <source>折样</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>来由</source>
        <translation>Origin</translation>
    </message>
    <message>
        <source>发折</source>
        <translation>Issued</translation>
    </message>
    <message>
        <source>接着打</source>
        <translation>Next line</translation>
    </message>
    <message>
        <source>未登</source>
        <translation>Unprinted</translation>
    </message>
    <message>
        <source>停用</source>
        <translation>Ended</translation>
    </message>
    <message>
        <source>页-行</source>
        <translation>Page-line</translation>
    </message>
    <message>
        <source>写着</source>
        <translation>Says</translation>
    </message>
    <message>
        <source>校验码</source>
        <translation>Check code</translation>
    </message>
    <message>
        <source>登折时间</source>
        <translation>Updated at</translation>
    </message>
    <message>
        <source>怎样登的</source>
        <translation>How</translation>
    </message>
    <message>
        <source>打印机</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>纸（毫米）</source>
        <translation>Paper (mm)</translation>
    </message>
    <message>
        <source>校正</source>
        <translation>Correction</translation>
    </message>
    <message>
        <source>哪天校准</source>
        <translation>Calibrated</translation>
    </message>
    <message>
        <source>没有折</source>
        <translation>None</translation>
    </message>
    <message>
        <source>页×行</source>
        <translation>Pages×lines</translation>
    </message>
    <message>
        <source>骑缝</source>
        <translation>Fold</translation>
    </message>
    <message>
        <source>颜色</source>
        <translation>Colour</translation>
    </message>
    <message>
        <source>纸面</source>
        <translation>Surface</translation>
    </message>
    <message>
        <source>版</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>已发</source>
        <translation>Issued</translation>
    </message>
    <message>
        <source>答复</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>登折</source>
        <translation>Printed</translation>
    </message>
    <message>
        <source>比上一版</source>
        <translation>Since last edition</translation>
    </message>
    <message>
        <source>实际</source>
        <translation>Actual</translation>
    </message>
    <message>
        <source>进度</source>
        <translation>State</translation>
    </message>
    <message>
        <source>机构</source>
        <translation>Council</translation>
    </message>
    <message>
        <source>任期起</source>
        <translation>Term from</translation>
    </message>
    <message>
        <source>任期止</source>
        <translation>Term to</translation>
    </message>
    <message>
        <source>版次</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>会议日期</source>
        <translation>Meeting on</translation>
    </message>
    <message>
        <source>记录号</source>
        <translation>Minutes no.</translation>
    </message>
    <message>
        <source>执行日期</source>
        <translation>In force from</translation>
    </message>
    <message>
        <source>章程</source>
        <translation>Charter</translation>
    </message>
    <message>
        <source>承诺人</source>
        <translation>Signer</translation>
    </message>
    <message>
        <source>签订</source>
        <translation>Signed</translation>
    </message>
    <message>
        <source>为哪件事</source>
        <translation>For</translation>
    </message>
    <message>
        <source>文字</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>物品</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>共有</source>
        <translation>In all</translation>
    </message>
    <message>
        <source>在外</source>
        <translation>Out</translation>
    </message>
    <message>
        <source>能借</source>
        <translation>Free</translation>
    </message>
    <message>
        <source>借给</source>
        <translation>Borrower</translation>
    </message>
    <message>
        <source>借出</source>
        <translation>Lent</translation>
    </message>
    <message>
        <source>未还</source>
        <translation>Still out</translation>
    </message>
    <message>
        <source>情况</source>
        <translation>State</translation>
    </message>
    <message>
        <source>应还日期</source>
        <translation>Due back</translation>
    </message>
    <message>
        <source>短少和损坏</source>
        <translation>Short or broken</translation>
    </message>
    <message>
        <source>借出日期</source>
        <translation>Lent on</translation>
    </message>
    <message>
        <source>导入</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>报备日期</source>
        <translation>Filed on</translation>
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
        <source>其他喜庆</source>
        <translation>Other feast</translation>
    </message>
    <message>
        <source>本季合计</source>
        <translation>This quarter</translation>
    </message>
    <message>
        <source>本年累计</source>
        <translation>Year so far</translation>
    </message>
    <message>
        <source>上年同期</source>
        <translation>Last year</translation>
    </message>
    <message>
        <source>标题</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>种类</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>异议</source>
        <translation>Objections</translation>
    </message>
    <message>
        <source>计分日</source>
        <translation>Counts on</translation>
    </message>
    <message>
        <source>谁记的</source>
        <translation>Entered by</translation>
    </message>
    <message>
        <source>行号</source>
        <translation>Line</translation>
    </message>
    <message>
        <source>异议内容</source>
        <translation>Objection</translation>
    </message>
    <message>
        <source>答复期限</source>
        <translation>Answer by</translation>
    </message>
    <message>
        <source>在哪</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>账目</source>
        <translation>Ledger</translation>
    </message>
    <message>
        <source>公示</source>
        <translation>Notice</translation>
    </message>
    <message>
        <source>谁家</source>
        <translation>Whose</translation>
    </message>
    <message>
        <source>收到</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>限期</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>经办</source>
        <translation>Handler</translation>
    </message>
    <message>
        <source>更正分</source>
        <translation>Correction</translation>
    </message>
    <message>
        <source>兑换日</source>
        <translation>Exchange day</translation>
    </message>
    <message>
        <source>兑换点</source>
        <translation>Outlet</translation>
    </message>
    <message>
        <source>发号</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>兑换单</source>
        <translation>Slips</translation>
    </message>
    <message>
        <source>排队号</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>可兑</source>
        <translation>Redeemable</translation>
    </message>
    <message>
        <source>已兑</source>
        <translation>Redeemed</translation>
    </message>
    <message>
        <source>期初</source>
        <translation>Opening</translation>
    </message>
    <message>
        <source>其他进出</source>
        <translation>Other in/out</translation>
    </message>
    <message>
        <source>兑出</source>
        <translation>Given out</translation>
    </message>
    <message>
        <source>结存</source>
        <translation>Balance</translation>
    </message>
    <message>
        <source>合计分</source>
        <translation>Total points</translation>
    </message>
    <message>
        <source>服务</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>库存</source>
        <translation>Stock</translation>
    </message>
    <message>
        <source>最近到期</source>
        <translation>Next expiry</translation>
    </message>
    <message>
        <source>提醒</source>
        <translation>Reminder</translation>
    </message>
    <message>
        <source>限兑</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>规格</source>
        <translation>Spec</translation>
    </message>
    <message>
        <source>保质期至</source>
        <translation>Shelf life to</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>长期</source>
        <translation>No expiry</translation>
    </message>
    <message>
        <source>⚠ {day} 已过期</source>
        <translation>⚠ {day} expired</translation>
    </message>
    <message>
        <source>⚠ {day} 快过期</source>
        <translation>⚠ {day} expires soon</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Based on</translation>
    </message>
    <message>
        <source>批次</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>剩余</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>到期</source>
        <translation>Expiry</translation>
    </message>
    <message>
        <source>入库日期</source>
        <translation>Stock-in date</translation>
    </message>
    <message>
        <source>进价（元）</source>
        <translation>Cost (yuan)</translation>
    </message>
    <message>
        <source>进出</source>
        <translation>In/out</translation>
    </message>
    <message>
        <source>数量</source>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>单号</source>
        <translation>Doc no.</translation>
    </message>
    <message>
        <source>户主或名称</source>
        <translation>Head or name</translation>
    </message>
    <message>
        <source>哪天来要的</source>
        <translation>Asked on</translation>
    </message>
    <message>
        <source>在用</source>
        <translation>In use</translation>
    </message>
    <message>
        <source>{day} 停用</source>
        <translation>Ended {day}</translation>
    </message>
    <message>
        <source>物品（种）</source>
        <translation>Goods (kinds)</translation>
    </message>
    <message>
        <source>库存（件）</source>
        <translation>Stock (pieces)</translation>
    </message>
    <message>
        <source>数</source>
        <translation>Figure</translation>
    </message>
    <message>
        <source>积分</source>
        <translation>Points</translation>
    </message>
    <message>
        <source>退回</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>退回未放回</source>
        <translation>Not put back</translation>
    </message>
    <message>
        <source>参与户</source>
        <translation>Taking part</translation>
    </message>
    <message>
        <source>兑换户</source>
        <translation>Redeeming</translation>
    </message>
    <message>
        <source>件数</source>
        <translation>Pieces</translation>
    </message>
    <message>
        <source>领取人</source>
        <translation>Collected by</translation>
    </message>
    <message>
        <source>经办人</source>
        <translation>Handler</translation>
    </message>
    <message>
        <source>第{number}批</source>
        <translation>Batch {number}</translation>
    </message>
    <message>
        <source>来自或去向</source>
        <translation>From or to</translation>
    </message>
    <message>
        <source>折合分</source>
        <translation>In points</translation>
    </message>
    <message>
        <source>还有</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>入库</source>
        <translation>Stock in</translation>
    </message>
    <message>
        <source>退货</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>损耗</source>
        <translation>Write-off</translation>
    </message>
    <message>
        <source>调拨</source>
        <translation>Transfer</translation>
    </message>
    <message>
        <source>盘点</source>
        <translation>Stocktake</translation>
    </message>
    <message>
        <source>期末</source>
        <translation>Closing</translation>
    </message>
    <message>
        <source>账实差异说明</source>
        <translation>Differences explained</translation>
    </message>
    <message>
        <source>品牌</source>
        <translation>Brand</translation>
    </message>
    <message>
        <source>库位</source>
        <translation>Shelf</translation>
    </message>
    <message>
        <source>先到期的先出</source>
        <translation>First to expire first</translation>
    </message>
    <message>
        <source>进价</source>
        <translation>Cost</translation>
    </message>
    <message>
        <source>盘点人</source>
        <translation>Counted by</translation>
    </message>
    <message>
        <source>盘了几种</source>
        <translation>Kinds counted</translation>
    </message>
    <message>
        <source>差异几种</source>
        <translation>Kinds differing</translation>
    </message>
    <message>
        <source>监盘人</source>
        <translation>Witness</translation>
    </message>
    <message>
        <source>实盘</source>
        <translation>Counted</translation>
    </message>
    <message>
        <source>数过</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>账面</source>
        <translation>Book</translation>
    </message>
    <message>
        <source>差异</source>
        <translation>Difference</translation>
    </message>
    <message>
        <source>差异分</source>
        <translation>Diff. points</translation>
    </message>
</context>
<context>
    <name>ColumnsStep</name>
    <message>
        <source>读</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>不读：隐藏的表，多半是旧的</source>
        <translation>Not read: hidden, probably an old one</translation>
    </message>
    <message>
        <source>不读：不是花名册</source>
        <translation>Not read: no roster</translation>
    </message>
    <message>
        <source>不读：空表</source>
        <translation>Not read: empty</translation>
    </message>
    <message>
        <source>读：您选的</source>
        <translation>Read: your choice</translation>
    </message>
    <message>
        <source>不读：您选的</source>
        <translation>Not read: your choice</translation>
    </message>
    <message>
        <source>读不了：还没有姓名这一列</source>
        <translation>Cannot be read: no column of names yet</translation>
    </message>
    <message>
        <source>工作表</source>
        <translation>Sheets</translation>
    </message>
    <message>
        <source>列的对应</source>
        <translation>Column mapping</translation>
    </message>
    <message>
        <source>有 {count} 列请看一眼，排在最前面；看过没错就按下一步。</source>
        <translation>{count} columns need a look and stand first. If they are right, press Next.</translation>
    </message>
    <message>
        <source>每一列都认得，可以直接按下一步。</source>
        <translation>Every column is known. Press Next.</translation>
    </message>
    <message>
        <source>读工作表 {name}</source>
        <translation>Read sheet {name}</translation>
    </message>
    <message>
        <source>{rows} 行</source>
        <translation>Rows: {rows}</translation>
    </message>
    <message>
        <source>“{sheet}”的列</source>
        <translation>Columns of “{sheet}”</translation>
    </message>
    <message>
        <source>我们要的</source>
        <translation>Wanted</translation>
    </message>
    <message>
        <source>您的列</source>
        <translation>Your column</translation>
    </message>
    <message>
        <source>样例</source>
        <translation>Samples</translation>
    </message>
    <message>
        <source>把握</source>
        <translation>Certainty</translation>
    </message>
    <message>
        <source>{field} 对应的列</source>
        <translation>Column for {field}</translation>
    </message>
    <message>
        <source>没有这一列</source>
        <translation>No such column</translation>
    </message>
    <message>
        <source>✓ 您选的</source>
        <translation>✓ Your choice</translation>
    </message>
    <message>
        <source>✕ 要选一列</source>
        <translation>✕ Choose one</translation>
    </message>
    <message>
        <source>— 没有</source>
        <translation>— None</translation>
    </message>
    <message>
        <source>✓ 上次这样</source>
        <translation>✓ As last time</translation>
    </message>
    <message>
        <source>✓ 认得</source>
        <translation>✓ Known</translation>
    </message>
    <message>
        <source>? 请看一眼</source>
        <translation>? Have a look</translation>
    </message>
    <message>
        <source>⚠ 没把握</source>
        <translation>⚠ Unsure</translation>
    </message>
    <message>
        <source>不读：人都在别的表里</source>
        <translation>Not read: everybody stands in the other sheets</translation>
    </message>
    <message>
        <source>“{file}”里没有认出花名册。选错了就重新选文件；没选错，在左边勾上要读的表。</source>
        <translation>No roster was found in “{file}”. If it is the wrong file, choose again; if not, tick the sheets to read on the left.</translation>
    </message>
    <message>
        <source>行号、网格、户编号、姓名和红绿折总是有的。</source>
        <translation>Line, grid, code, name and kind of book are always there.</translation>
    </message>
    <message>
        <source>墙上公示不会出现：身份证号 电话 银行账号</source>
        <translation>Never on the wall: ID, phone and bank numbers</translation>
    </message>
    <message>
        <source>改姓名、扣分的写法</source>
        <translation>Change names and deductions</translation>
    </message>
    <message>
        <source>列哪些数</source>
        <translation>Which figures</translation>
    </message>
    <message>
        <source>姓名：{rule}</source>
        <translation>Names: {rule}</translation>
    </message>
    <message>
        <source>扣分：{rule}</source>
        <translation>Deductions: {rule}</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>细则对照</source>
        <translation>Comparison of rules</translation>
    </message>
    <message>
        <source>没有这样的不同。</source>
        <translation>No such difference.</translation>
    </message>
    <message>
        <source>有变化的</source>
        <translation>With changes</translation>
    </message>
    <message>
        <source>原来</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>现在</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>打印对照表</source>
        <translation>Print comparison</translation>
    </message>
    <message>
        <source>选原来的一版和现在的一版，或草稿。</source>
        <translation>Choose the earlier version and the one now, or the draft.</translation>
    </message>
    <message>
        <source>点“打印对照表”，带到会上或贴出去。</source>
        <translation>Press Print comparison and take it to the meeting or put it on the wall.</translation>
    </message>
    <message>
        <source>只有一版细则，没有可以对照的。先起草下一版。</source>
        <translation>There is one version only, nothing to compare. Draft the next one first.</translation>
    </message>
    <message>
        <source>新增 {new} 项，改动 {changed} 项，停用 {off} 项，未变 {same} 项。</source>
        <translation>{new} new, {changed} changed, {off} switched off, {same} unchanged.</translation>
    </message>
    <message>
        <source>草稿</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>第 {number} 版</source>
        <translation>Version {number}</translation>
    </message>
    <message>
        <source>{version}（现行）</source>
        <translation>{version} (in force)</translation>
    </message>
</context>
<context>
    <name>ComparePane</name>
    <message>
        <source>有差异</source>
        <translation>Differing</translation>
    </message>
    <message>
        <source>没有盘的</source>
        <translation>Not counted</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>别的原因，写好按 Enter</source>
        <translation>Other reason, then Enter</translation>
    </message>
    <message>
        <source>别的原因</source>
        <translation>Other reason</translation>
    </message>
    <message>
        <source>重数</source>
        <translation>Recount</translation>
    </message>
    <message>
        <source>每一种都盘过了。</source>
        <translation>Every kind has been counted.</translation>
    </message>
    <message>
        <source>盘过的账面和实盘都相符。</source>
        <translation>All that was counted agrees with the book.</translation>
    </message>
    <message>
        <source>还没有盘过一种。</source>
        <translation>Nothing has been counted yet.</translation>
    </message>
    <message>
        <source>盘了 {counted} 种，没有盘 {left} 种；多出 {found} 件，少了 {missing} 件，折合 {value} 分</source>
        <translation>{counted} kinds counted, {left} not; {found} pieces too many, {missing} missing, {value} points in all</translation>
    </message>
    <message>
        <source>“{name}”数过以后账改过，请按“重数”再数一遍。</source>
        <translation>The record of “{name}” changed after it was counted. Press “Recount” and count it once more.</translation>
    </message>
    <message>
        <source>“{name}”{difference}，是什么原因？按数字选，或写别的。</source>
        <translation>“{name}”: {difference}. Why? Choose by digit or write another reason.</translation>
    </message>
    <message>
        <source>多了 {count} {unit}</source>
        <translation>{count} {unit} too many</translation>
    </message>
    <message>
        <source>少了 {count} {unit}</source>
        <translation>{count} {unit} missing</translation>
    </message>
</context>
<context>
    <name>ComparedFigures</name>
    <message>
        <source>项目</source>
        <translation>Point</translation>
    </message>
    <message>
        <source>申报</source>
        <translation>Declared</translation>
    </message>
    <message>
        <source>核准</source>
        <translation>Approved</translation>
    </message>
    <message>
        <source>实际</source>
        <translation>Actual</translation>
    </message>
    <message>
        <source>限额</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>对照</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>没有填的限额：{limits}</source>
        <translation>Limits not filled in: {limits}</translation>
    </message>
    <message>
        <source>不限</source>
        <translation>No limit</translation>
    </message>
    <message>
        <source>比报备多</source>
        <translation>More than filed</translation>
    </message>
    <message>
        <source>比核准多</source>
        <translation>More than approved</translation>
    </message>
</context>
<context>
    <name>ConfirmPane</name>
    <message>
        <source>监盘人</source>
        <translation>Witness</translation>
    </message>
    <message>
        <source>在旁边看着数的人，不能是盘点人。</source>
        <translation>Who watched the count; not somebody who counted.</translation>
    </message>
    <message>
        <source>签字盘点表编号</source>
        <translation>Signed stocktake sheet no.</translation>
    </message>
    <message>
        <source>单人模式：结果打出来，监盘人签字，编号写在这里。</source>
        <translation>Single-clerk mode: print the result, have the witness sign it and give its number here.</translation>
    </message>
    <message>
        <source>确认盘点</source>
        <translation>Confirm stocktake</translation>
    </message>
    <message>
        <source>您数过这次盘点，要换一个人登录来确认。</source>
        <translation>You counted in this stocktake. Somebody else has to sign in and confirm it.</translation>
    </message>
    <message>
        <source>盘点结果</source>
        <translation>Stocktake result</translation>
    </message>
    <message>
        <source>换一个人确认</source>
        <translation>Confirmed by somebody else</translation>
    </message>
    <message>
        <source>盘了 {count} 种，账面和实盘都相符，确认后库存不变。</source>
        <translation>{count} kinds counted, all agree with the book; confirming leaves the stock as it is.</translation>
    </message>
    <message>
        <source>盘了 {count} 种，{differing} 种有差异：{each}。确认后库存按实盘改，折合 {value} 分。</source>
        <translation>{count} kinds counted, {differing} differ: {each}. Confirming sets the stock to the count, {value} points in all.</translation>
    </message>
    <message>
        <source>没有盘的 {count} 种，库存不变：{names}。</source>
        <translation>{count} kinds not counted, their stock stays: {names}.</translation>
    </message>
</context>
<context>
    <name>CopiesPage</name>
    <message>
        <source>副本</source>
        <translation>Copies</translation>
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
        <translation>Print or save as PDF. The print is for reading: it is not the passbook and does not update it.</translation>
    </message>
    <message>
        <source>打印记录</source>
        <translation>Print log</translation>
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
        <translation>Print as of {day}: for reading; it is not the passbook and does not update it.</translation>
    </message>
    <message>
        <source>最近 {count} 本。</source>
        <translation>The latest {count}.</translation>
    </message>
    <message>
        <source>{count} 本已记入打印记录。</source>
        <translation>{count} added to the print log.</translation>
    </message>
    <message>
        <source>看打印记录</source>
        <translation>Print log</translation>
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
        <source>看列出的全部</source>
        <translation>Show all listed</translation>
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
        <source>最近 {count} 次。回车看这本折。</source>
        <translation>The latest {count}. Enter shows the book.</translation>
    </message>
    <message>
        <source>还没有往折上打过。</source>
        <translation>Nothing was printed in a book yet.</translation>
    </message>
    <message>
        <source>去登折</source>
        <translation>Update passbooks</translation>
    </message>
    <message>
        <source>还没有打过副本。</source>
        <translation>No copies were printed yet.</translation>
    </message>
    <message>
        <source>打副本</source>
        <translation>Print copies</translation>
    </message>
    <message>
        <source>往折上打的</source>
        <translation>In books</translation>
    </message>
</context>
<context>
    <name>Council</name>
    <message>
        <source>红白理事会</source>
        <translation>Rites council</translation>
    </message>
    <message>
        <source>道德评议会</source>
        <translation>Moral council</translation>
    </message>
    <message>
        <source>党员</source>
        <translation>Party member</translation>
    </message>
    <message>
        <source>村干部</source>
        <translation>Village cadre</translation>
    </message>
    <message>
        <source>村民</source>
        <translation>Villager</translation>
    </message>
    <message>
        <source>事主</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>▲ 未签</source>
        <translation>▲ Not signed</translation>
    </message>
    <message>
        <source>✕ 作废：{why}</source>
        <translation>✕ Void: {why}</translation>
    </message>
    <message>
        <source>一般承诺</source>
        <translation>General</translation>
    </message>
    <message>
        <source>第 {number} 版</source>
        <translation>Version {number}</translation>
    </message>
    <message>
        <source>{head}户</source>
        <translation>{head}</translation>
    </message>
    <message>
        <source>少 {count}</source>
        <translation>{count} short</translation>
    </message>
    <message>
        <source>坏 {count}</source>
        <translation>{count} broken</translation>
    </message>
    <message>
        <source>✓ 还清</source>
        <translation>✓ All back</translation>
    </message>
    <message>
        <source>✕ 过期未还</source>
        <translation>✕ Overdue</translation>
    </message>
    <message>
        <source>在外</source>
        <translation>Out</translation>
    </message>
    <message>
        <source>{head}户&#x3000;{code}&#x3000;{grid}</source>
        <translation>{head}&#x3000;{code}&#x3000;{grid}</translation>
    </message>
</context>
<context>
    <name>CouncilForm</name>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
</context>
<context>
    <name>CouncilPage</name>
    <message>
        <source>理事会</source>
        <translation>Councils</translation>
    </message>
    <message>
        <source>还没有成员。请村里有威望的人来当。</source>
        <translation>No members yet. Ask people the village respects.</translation>
    </message>
    <message>
        <source>添成员</source>
        <translation>Add member</translation>
    </message>
    <message>
        <source>以前的</source>
        <translation>Former</translation>
    </message>
    <message>
        <source>还没有章程。开会定了，存在这里。</source>
        <translation>No charter yet. Once a meeting has agreed on one, keep it here.</translation>
    </message>
    <message>
        <source>采用新章程</source>
        <translation>Adopt a new charter</translation>
    </message>
    <message>
        <source>这里没有承诺书。</source>
        <translation>No pledges here.</translation>
    </message>
    <message>
        <source>承诺人、户编号</source>
        <translation>Signer or household code</translation>
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
        <source>作废的</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>成员记上职务和任期；不再担任的按“任期结束”，名单留着。</source>
        <translation>Members have a role and a term; for those who leave press “End term”, they stay on the list.</translation>
    </message>
    <message>
        <source>承诺书可以打出来签：村里自己的文字，一人一页；签好再登记。</source>
        <translation>Pledges can be printed: the village&apos;s own text, a page a person; record them once signed.</translation>
    </message>
    <message>
        <source>借出的桌椅帐篷记在红白事名下，办完第二天没还就算过期。</source>
        <translation>Tables, chairs and tents are lent to an event; not back the day after it is overdue.</translation>
    </message>
    <message>
        <source>成员</source>
        <translation>Members</translation>
    </message>
    <message>
        <source>章程</source>
        <translation>Charter</translation>
    </message>
    <message>
        <source>承诺书</source>
        <translation>Pledges</translation>
    </message>
    <message>
        <source>物品借用</source>
        <translation>Lending</translation>
    </message>
    <message>
        <source>名称和成立</source>
        <translation>Name and founding</translation>
    </message>
    <message>
        <source>任期结束</source>
        <translation>End term</translation>
    </message>
    <message>
        <source>看全文</source>
        <translation>Read full text</translation>
    </message>
    <message>
        <source>作废</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>改文字</source>
        <translation>Edit text</translation>
    </message>
    <message>
        <source>打承诺书</source>
        <translation>Print pledges</translation>
    </message>
    <message>
        <source>登记签订</source>
        <translation>Record signing</translation>
    </message>
    <message>
        <source>添物品</source>
        <translation>Add item</translation>
    </message>
    <message>
        <source>清点</source>
        <translation>Count</translation>
    </message>
    <message>
        <source>归还</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>借出</source>
        <translation>Lend</translation>
    </message>
    <message>
        <source>共 {count} 个任期</source>
        <translation>{count} terms</translation>
    </message>
    <message>
        <source>{name}：{count} 人</source>
        <translation>{name}: {count} members</translation>
    </message>
    <message>
        <source>（各地多为 {least}—{most} 人）</source>
        <translation>(usually {least}–{most})</translation>
    </message>
    <message>
        <source>{day} 成立</source>
        <translation>Founded {day}</translation>
    </message>
    <message>
        <source>章程第 {number} 版</source>
        <translation>Charter version {number}</translation>
    </message>
    <message>
        <source>已签 {signed} 份&#x3000;党员和成员未签 {missing} 人</source>
        <translation>Signed: {signed}&#x3000;Party members and council members not signed: {missing}</translation>
    </message>
    <message>
        <source>已添上成员。</source>
        <translation>Member added.</translation>
    </message>
    <message>
        <source>{name}的任期已结束。</source>
        <translation>The term of {name} has ended.</translation>
    </message>
    <message>
        <source>已保存。</source>
        <translation>Saved.</translation>
    </message>
    <message>
        <source>已采用新章程。</source>
        <translation>New charter adopted.</translation>
    </message>
    <message>
        <source>{body}章程第 {number} 版</source>
        <translation>{body}: charter version {number}</translation>
    </message>
    <message>
        <source>{day} 会议通过，{start} 起执行</source>
        <translation>Agreed by the meeting of {day}, in force from {start}</translation>
    </message>
    <message>
        <source>已登记承诺书。</source>
        <translation>Pledge recorded.</translation>
    </message>
    <message>
        <source>新的文字已存好。</source>
        <translation>New text saved.</translation>
    </message>
    <message>
        <source>作废第 {number} 份承诺书</source>
        <translation>Void pledge {number}</translation>
    </message>
    <message>
        <source>登记错了才作废，原因留在册上。</source>
        <translation>Only for a pledge recorded by mistake; the reason stays on record.</translation>
    </message>
    <message>
        <source>第 {number} 份已作废。</source>
        <translation>Pledge {number} is void.</translation>
    </message>
    <message>
        <source>所选的一份</source>
        <translation>The chosen one</translation>
    </message>
    <message>
        <source>空白的一张</source>
        <translation>A blank one</translation>
    </message>
    <message>
        <source>未签的 {count} 人</source>
        <translation>The {count} not signed</translation>
    </message>
    <message>
        <source>打哪些？一人一页。</source>
        <translation>Which ones? A page a person.</translation>
    </message>
    <message>
        <source>已添上物品。</source>
        <translation>Item added.</translation>
    </message>
    <message>
        <source>已清点。</source>
        <translation>Counted.</translation>
    </message>
    <message>
        <source>已登记借出。</source>
        <translation>Loan recorded.</translation>
    </message>
    <message>
        <source>先在下面的表里选一笔还没还清的。</source>
        <translation>Choose a loan still out in the table below first.</translation>
    </message>
    <message>
        <source>已登记归还。</source>
        <translation>Return recorded.</translation>
    </message>
    <message>
        <source>先在表里选一行。</source>
        <translation>Choose a row in the table first.</translation>
    </message>
</context>
<context>
    <name>Counter</name>
    <message>
        <source>红色存折</source>
        <translation>Red passbook</translation>
    </message>
    <message>
        <source>绿色存折</source>
        <translation>Green passbook</translation>
    </message>
    <message>
        <source>每次限{count}</source>
        <translation>max {count}/visit</translation>
    </message>
    <message>
        <source>每月限{count}</source>
        <translation>max {count}/month</translation>
    </message>
    <message>
        <source>每季限{count}</source>
        <translation>max {count}/quarter</translation>
    </message>
    <message>
        <source>每年限{count}</source>
        <translation>max {count}/year</translation>
    </message>
    <message>
        <source>{number} 号</source>
        <translation>No. {number}</translation>
    </message>
    <message>
        <source>折上 {balance} 分</source>
        <translation>In the book: {balance} points</translation>
    </message>
    <message>
        <source>基础分等 {points} 不能换</source>
        <translation>base points and such {points}, not redeemable</translation>
    </message>
    <message>
        <source>赠分 {points} 还没解锁</source>
        <translation>gift points {points} still locked</translation>
    </message>
    <message>
        <source>折上要留 {points}</source>
        <translation>{points} must stay in the book</translation>
    </message>
    <message>
        <source>待审、公示中 {points} 分，生效以后才能换</source>
        <translation>{points} points await review or are on notice; redeemable once they count</translation>
    </message>
    <message>
        <source>还没有存折</source>
        <translation>No passbook yet</translation>
    </message>
    <message>
        <source>上次登折还没有答复打没打好</source>
        <translation>The last update of the book still awaits an answer whether it was printed</translation>
    </message>
    <message>
        <source>账上的行都在折上了</source>
        <translation>All entries of the ledger are in the book</translation>
    </message>
    <message>
        <source>待登折 {old}＋{new} 行</source>
        <translation>To update: {old}＋{new} lines</translation>
    </message>
    <message>
        <source>{words}，折写满了，登折时换新折</source>
        <translation>{words}; the book is full, replace it when updating</translation>
    </message>
    <message>
        <source>{words}：从第 {page} 页 第 {line} 行起</source>
        <translation>{words}: from page {page}, line {line}</translation>
    </message>
    <message>
        <source>本村红色存折不兑换物品，请用家里的绿色存折。</source>
        <translation>Red passbooks do not redeem goods in this village. Please use the household&apos;s green one.</translation>
    </message>
    <message>
        <source>停兑：{judged} 分，低于 {line} 分，补到线上再换。</source>
        <translation>Redemption suspended: {judged} points, below {line}. Redeem again once back at the line.</translation>
    </message>
    <message>
        <source>一票否决：{item}（{day}），{until}</source>
        <translation>Veto: {item} ({day}), {until}</translation>
    </message>
    <message>
        <source>冲销以后才能换。</source>
        <translation>no redemption until it is reversed.</translation>
    </message>
    <message>
        <source>到 {day} 为止不能换。</source>
        <translation>no redemption up to {day}.</translation>
    </message>
    <message>
        <source>这是你自家的折，不能自己办，请换别人来办。</source>
        <translation>This is your own household&apos;s book. You cannot serve it yourself; ask somebody else.</translation>
    </message>
    <message>
        <source>今天不是兑换日，请在“积分规矩”里看兑换日子。</source>
        <translation>Today is no exchange day. See Points policy for the days.</translation>
    </message>
    <message>
        <source>今天不是兑换日，下次是 {day}。可以看，不能换。</source>
        <translation>Today is no exchange day, the next is {day}. You can look, not redeem.</translation>
    </message>
    <message>
        <source>{points}分</source>
        <translation>{points} pts</translation>
    </message>
    <message>
        <source>缺货</source>
        <translation>Out of stock</translation>
    </message>
    <message>
        <source>服务</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>存{count}</source>
        <translation>{count} left</translation>
    </message>
    <message>
        <source>“{name}”只有 {count} 件，都选上了。</source>
        <translation>There are only {count} of “{name}”, all are chosen.</translation>
    </message>
    <message>
        <source>“{name}”{limit} 件，这户还能换 {left} 件。</source>
        <translation>“{name}”: {limit}; this household can redeem {left} more.</translation>
    </message>
    <message>
        <source>“{name}”还差 {points} 分</source>
        <translation>“{name}”: {points} points short</translation>
    </message>
    <message>
        <source>{short}，剩下的分换不了别的。</source>
        <translation>{short}; nothing else fits the points left.</translation>
    </message>
    <message>
        <source>{short}，可换：{others}</source>
        <translation>{short}; redeemable: {others}</translation>
    </message>
    <message>
        <source>未登折 {count} 行</source>
        <translation>Not in the book: {count} lines</translation>
    </message>
    <message>
        <source>差{points}分</source>
        <translation>{points} short</translation>
    </message>
    <message>
        <source>差{points}</source>
        <translation>{points} short</translation>
    </message>
</context>
<context>
    <name>CounterPage</name>
    <message>
        <source>兑换柜台</source>
        <translation>Counter</translation>
    </message>
    <message>
        <source>扫存折，或输姓名首字母、户编号</source>
        <translation>Scan passbook, or type initials or household code</translation>
    </message>
    <message>
        <source>对客屏</source>
        <translation>Customer display</translation>
    </message>
    <message>
        <source>只确认</source>
        <translation>Confirm only</translation>
    </message>
    <message>
        <source>确认并登折</source>
        <translation>Confirm and update book</translation>
    </message>
    <message>
        <source>扫存折，或输姓名首字母再按数字；按物品前面的数字，再按一次多一件。</source>
        <translation>Scan a passbook, or type initials and a digit; press the number before the goods, again for one more.</translation>
    </message>
    <message>
        <source>F9 确认并登折，F8 只确认；刚才那次按 Ctrl+Z 连物品一起退回。</source>
        <translation>F9 confirms and updates the book, F8 only confirms; Ctrl+Z returns the last redemption together with its goods.</translation>
    </message>
    <message>
        <source>换人前按 Esc。一分钟没人动，屏幕自己清空。F11 放大，再按还原。</source>
        <translation>Press Esc before the next person. Untouched for a minute, the screen clears itself. F11 enlarges it and back.</translation>
    </message>
    <message>
        <source>没有找到“{text}”：再扫一次，或输姓名首字母。新物品的条码先在“物品”里登记。</source>
        <translation>“{text}” was not found: scan again or type initials. Record barcodes of new goods in “Goods” first.</translation>
    </message>
    <message>
        <source>存折 {number} 已挂失，不能凭它换，请核对持折人。</source>
        <translation>Passbook {number} is reported lost and cannot be used to redeem. Check who brought it.</translation>
    </message>
    <message>
        <source>存折 {number} 已换新折，请拿新折来。</source>
        <translation>Passbook {number} was replaced. Please bring the new one.</translation>
    </message>
    <message>
        <source>存折 {number} 已注销，不能凭它换。</source>
        <translation>Passbook {number} is closed and cannot be used to redeem.</translation>
    </message>
    <message>
        <source>核验</source>
        <translation>Verify</translation>
    </message>
    <message>
        <source>先扫存折，或输姓名首字母，再选物品。</source>
        <translation>Scan a passbook or type initials first, then choose goods.</translation>
    </message>
    <message>
        <source>没有 {key} 号物品。选好了按 F8 或 F9 确认。</source>
        <translation>There are no goods with number {key}. When all is chosen, press F8 or F9 to confirm.</translation>
    </message>
    <message>
        <source>“{name}”缺货，已记需求。</source>
        <translation>“{name}” is out of stock; the demand is noted.</translation>
    </message>
    <message>
        <source>还没有存折。按 F8 只确认，或先发一本折。</source>
        <translation>No passbook yet. Press F8 to confirm only, or issue a passbook first.</translation>
    </message>
    <message>
        <source>发折</source>
        <translation>Issue passbook</translation>
    </message>
    <message>
        <source>换了 {items}，余 {points} 分</source>
        <translation>Redeemed {items}, {points} points left</translation>
    </message>
    <message>
        <source>兑换</source>
        <translation>Redemption</translation>
    </message>
    <message>
        <source>已退回 {items}，{points} 分回到存折</source>
        <translation>Returned {items}; {points} points are back in the passbook</translation>
    </message>
    <message>
        <source>已经登了折，要写原因才能退回，在兑换单里办。</source>
        <translation>Already posted to the book: a return needs a reason. Do it in the slip.</translation>
    </message>
    <message>
        <source>打开兑换单</source>
        <translation>Open slip</translation>
    </message>
    <message>
        <source>兑换点</source>
        <translation>Outlet</translation>
    </message>
    <message>
        <source>柜台上还没有物品。先建物品，定兑换分值，再入库。</source>
        <translation>No goods at the Counter yet. Add goods, set points prices, then stock in.</translation>
    </message>
    <message>
        <source>建物品</source>
        <translation>Add goods</translation>
    </message>
    <message>
        <source>撤销上一次兑换</source>
        <translation>Undo last redemption</translation>
    </message>
    <message>
        <source>代领</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>物品</source>
        <translation>Goods</translation>
    </message>
    <message>
        <source>兑换单</source>
        <translation>Slip</translation>
    </message>
    <message>
        <source>兑换登记</source>
        <translation>Redemption register</translation>
    </message>
    <message>
        <source>没有写代领人的姓名。本人来的，再按一次 F6。</source>
        <translation>The proxy&apos;s name is missing. If the holder came in person, press F6 again.</translation>
    </message>
</context>
<context>
    <name>Counting</name>
    <message>
        <source>{day} 由{name}重新打开：{reason}</source>
        <translation>Reopened {day} by {name}: {reason}</translation>
    </message>
    <message>
        <source>已出 {number} 号公示</source>
        <translation>Notice {number} is issued</translation>
    </message>
    <message>
        <source>✓ 已关账</source>
        <translation>✓ Closed</translation>
    </message>
    <message>
        <source>公示</source>
        <translation>Notices</translation>
    </message>
    <message>
        <source>按户</source>
        <translation>By household</translation>
    </message>
    <message>
        <source>按网格</source>
        <translation>By grid</translation>
    </message>
    <message>
        <source>按楼栋</source>
        <translation>By building</translation>
    </message>
    <message>
        <source>按党员</source>
        <translation>By party member</translation>
    </message>
    <message>
        <source>商铺</source>
        <translation>Shops</translation>
    </message>
    <message>
        <source>驻地单位</source>
        <translation>Resident units</translation>
    </message>
    <message>
        <source>不在其中的户</source>
        <translation>Households in none</translation>
    </message>
    <message>
        <source>欠分不动</source>
        <translation>Debts stay</translation>
    </message>
    <message>
        <source>有申报待审</source>
        <translation>Claims waiting</translation>
    </message>
    <message>
        <source>新得的不动</source>
        <translation>New points stay</translation>
    </message>
    <message>
        <source>清零与结转</source>
        <translation>Clearing and carrying over</translation>
    </message>
    <message>
        <source>到期清零</source>
        <translation>Expiry</translation>
    </message>
    <message>
        <source>发基础分</source>
        <translation>Giving base points</translation>
    </message>
</context>
<context>
    <name>CountingPage</name>
    <message>
        <source>统计评比</source>
        <translation>Counts and ranking</translation>
    </message>
    <message>
        <source>选周、月、季或年，再选按户、按网格还是按楼栋；左右箭头看前一期、后一期。</source>
        <translation>Choose week, month, quarter or year, then household, grid or building; the arrows go to the period before and after.</translation>
    </message>
    <message>
        <source>要评比就按“排名次”，同分并列；不排名次时按编号列，谁也不分高低。</source>
        <translation>For a comparison press Rank, equal scores share a rank; without ranks the list goes by code and puts nobody first.</translation>
    </message>
    <message>
        <source>打印、复制成图片、存 Excel 的数和表里一样，姓名按上墙的写法。</source>
        <translation>Print, picture and Excel show the same figures as the table, names as on the wall.</translation>
    </message>
    <message>
        <source>正在排版…</source>
        <translation>Laying out…</translation>
    </message>
    <message>
        <source>已复制成图片，到微信群里粘贴就行。</source>
        <translation>Copied as a picture; paste it into the group chat.</translation>
    </message>
    <message>
        <source>这里还没有可以统计的。先导入花名册，户和网格就都有了。</source>
        <translation>Nothing to count yet. Import the roster first, then households and grids are there.</translation>
    </message>
    <message>
        <source>导入花名册</source>
        <translation>Import a roster</translation>
    </message>
    <message>
        <source>排名次</source>
        <translation>Rank</translation>
    </message>
    <message>
        <source>{count} 行&#x3000;加分 {credits}&#x3000;扣分 {debits}&#x3000;兑换 {redeemed}&#x3000;结余 {closing}&#x3000;得分 {score}</source>
        <translation>{count} rows&#x3000;credits {credits}&#x3000;debits {debits}&#x3000;redeemed {redeemed}&#x3000;balance {closing}&#x3000;score {score}</translation>
    </message>
    <message>
        <source>参与率 {percent}%（{recorded}/{households} 户）</source>
        <translation>Taking part {percent} % ({recorded}/{households} households)</translation>
    </message>
    <message>
        <source>{period}还没有过完，数还会变。</source>
        <translation>{period} is not over yet, figures will change.</translation>
    </message>
    <message>
        <source>按截止日算：{span}。</source>
        <translation>By the cut-off day: {span}.</translation>
    </message>
    <message>
        <source>没有记录的网格：{names}。</source>
        <translation>Grids without entries: {names}.</translation>
    </message>
    <message>
        <source>打印预览</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>复制成图片</source>
        <translation>Copy as picture</translation>
    </message>
    <message>
        <source>存为 Excel</source>
        <translation>Save as Excel</translation>
    </message>
    <message>
        <source>结账与清零</source>
        <translation>Closing and clearing</translation>
    </message>
    <message>
        <source>正在画图片…</source>
        <translation>Drawing the picture…</translation>
    </message>
    <message>
        <source>{period}积分统计</source>
        <translation>Points count {period}</translation>
    </message>
    <message>
        <source>正在存为 Excel…</source>
        <translation>Saving as Excel…</translation>
    </message>
    <message>
        <source>名次按得分排，同分并列，后面的名次顺延；并列的按编号先后。</source>
        <translation>Ranks follow the scores; equal scores share a rank, the next ranks move down; ties stand by code.</translation>
    </message>
</context>
<context>
    <name>CourseSteps</name>
    <message>
        <source>还没有进展。</source>
        <translation>No steps yet.</translation>
    </message>
    <message>
        <source>到场 {count} 人</source>
        <translation>{count} guests</translation>
    </message>
    <message>
        <source>改为 {days}</source>
        <translation>moved to {days}</translation>
    </message>
    <message>
        <source>并入 {number}</source>
        <translation>joined to {number}</translation>
    </message>
    <message>
        <source>{day} 前回访</source>
        <translation>second look by {day}</translation>
    </message>
    <message>
        <source>（{name} 记）</source>
        <translation>(by {name})</translation>
    </message>
    <message>
        <source>备案号 {number}</source>
        <translation>filing no. {number}</translation>
    </message>
    <message>
        <source>会议记录 {number}</source>
        <translation>minutes {number}</translation>
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
    <name>CustomerDisplay</name>
    <message>
        <source>对客屏</source>
        <translation>Customer display</translation>
    </message>
    <message>
        <source>请出示存折</source>
        <translation>Please show your passbook</translation>
    </message>
    <message>
        <source>可用 {points} 分</source>
        <translation>Spendable: {points} points</translation>
    </message>
    <message>
        <source>换后 {points} 分</source>
        <translation>After: {points} points</translation>
    </message>
    <message>
        <source>……</source>
        <translation>…</translation>
    </message>
</context>
<context>
    <name>DebtGroup</name>
    <message>
        <source>欠分</source>
        <translation>Debts</translation>
    </message>
    <message>
        <source>扣分可以扣到负数，以后挣回来；不许欠的，最多扣到 0。兑换从不欠分。</source>
        <translation>Deductions may go below zero and be earned back; where debts are not allowed they go down to 0. Redeeming never goes below zero.</translation>
    </message>
    <message>
        <source>户的绿色存折不许扣成负数</source>
        <translation>Green passbooks of households may not go below zero</translation>
    </message>
    <message>
        <source>党员的红色存折不许扣成负数</source>
        <translation>Red passbooks of party members may not go below zero</translation>
    </message>
    <message>
        <source>商户和单位的存折不许扣成负数</source>
        <translation>Passbooks of shops and units may not go below zero</translation>
    </message>
</context>
<context>
    <name>DeregisterPage</name>
    <message>
        <source>注销本户</source>
        <translation>Deregister household</translation>
    </message>
    <message>
        <source>先选积分怎么办；转给别户的，再找是哪一户。</source>
        <translation>Choose what becomes of the points; if they move, find the household that gets them.</translation>
    </message>
    <message>
        <source>下面列出存折现在和之后的数；冻结的积分以后可在“办理…”里解冻。</source>
        <translation>Below you see the passbooks now and then. Held points can be released later under “Record a change…”.</translation>
    </message>
    <message>
        <source>写上日期和原因，按 F8 完成；这一户的记录一直看得到。</source>
        <translation>Give date and reason, F8 finishes. The household&apos;s record can always be seen.</translation>
    </message>
    <message>
        <source>2 转给哪一户</source>
        <translation>2 Which household gets them</translation>
    </message>
    <message>
        <source>1 本户的积分</source>
        <translation>1 Points of this household</translation>
    </message>
    <message>
        <source>注销以后这一户不再有，编号不再用，记录都留着。</source>
        <translation>The household ends and its code is not used again; its record stays.</translation>
    </message>
    <message>
        <source>注意：还有 {count} 人在这一户，会一起注销。只是迁走的，请用“整户迁出”。</source>
        <translation>Still in this household: {count}, deregistered with it. If they only moved away, use “Household moves out”.</translation>
    </message>
</context>
<context>
    <name>DoneStep</name>
    <message>
        <source>✓ 已导入：新增 {households} 户 {people} 人，改动 {changes} 处</source>
        <translation>✓ Imported: {households} households and {people} people added, {changes} changes</translation>
    </message>
    <message>
        <source>✓ 已导入 {accounts} 个账户的期初积分</source>
        <translation>✓ Opening balances of {accounts} accounts imported</translation>
    </message>
    <message>
        <source>✓ 已撤销第 {batch} 批：去掉 {removed} 条，改回 {restored} 条，冲销 {lines} 笔</source>
        <translation>✓ Batch {batch} undone: {removed} rows removed, {restored} set back, {lines} lines reversed</translation>
    </message>
    <message>
        <source>下面 {count} 条留着没动，因为导入后改过，或已有流水。</source>
        <translation>The {count} rows below stay: they were changed since or have ledger lines.</translation>
    </message>
    <message>
        <source>新开 {accounts} 个积分账户。这是第 {batch} 批，30 天内可以整批撤销。</source>
        <translation>{accounts} points accounts opened. This is batch {batch}; it can be undone as a whole for 30 days.</translation>
    </message>
    <message>
        <source>✓ 已导入：商铺和单位 {owners} 家，网格员和楼栋长 {roles} 人，改动 {changes} 处</source>
        <translation>✓ Imported: {owners} shops and units, {roles} grid workers and building leaders, {changes} changes</translation>
    </message>
    <message>
        <source>这是第 {batch} 批，30 天内可以整批撤销。</source>
        <translation>This is batch {batch}; it can be undone as a whole for 30 days.</translation>
    </message>
    <message>
        <source>没导入的 {count} 行另存为 Excel</source>
        <translation>Save the {count} rows left out as Excel</translation>
    </message>
</context>
<context>
    <name>DraftBar</name>
    <message>
        <source>继续</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>不要了</source>
        <translation>Throw away</translation>
    </message>
</context>
<context>
    <name>DraftPage</name>
    <message>
        <source>积分细则草稿</source>
        <translation>Draft of the points rules</translation>
    </message>
    <message>
        <source>草稿里还没有事项。</source>
        <translation>The draft has no items yet.</translation>
    </message>
    <message>
        <source>添一项</source>
        <translation>Add an item</translation>
    </message>
    <message>
        <source>事项、编码、类别</source>
        <translation>Item, code, category</translation>
    </message>
    <message>
        <source>没有要核对的了。开会通过后就可以采用。</source>
        <translation>Nothing left to check. Once a meeting has passed it, it can be adopted.</translation>
    </message>
    <message>
        <source>“要核对”里一条条看：改这一项，或点“没错”。</source>
        <translation>Go through To check one by one: change the item, or press It is right.</translation>
    </message>
    <message>
        <source>双击一项就能改；添、停用、删都不影响现在用的细则。</source>
        <translation>A double click changes an item; adding, switching off and deleting touch nothing of the rules in use.</translation>
    </message>
    <message>
        <source>打印或导出讨论稿拿去开会，通过后点“开会通过，采用”。</source>
        <translation>Print or export the draft for the meeting; when it has passed, press Passed, adopt.</translation>
    </message>
    <message>
        <source>全部 {count} 项</source>
        <translation>All {count} items</translation>
    </message>
    <message>
        <source>要核对 {count} 处</source>
        <translation>{count} to check</translation>
    </message>
    <message>
        <source>停用 {count} 项</source>
        <translation>{count} off</translation>
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
        <source>总限额</source>
        <translation>Limits over all</translation>
    </message>
    <message>
        <source>打印讨论稿</source>
        <translation>Print the draft</translation>
    </message>
    <message>
        <source>导出 Excel</source>
        <translation>Export to Excel</translation>
    </message>
    <message>
        <source>扔掉草稿</source>
        <translation>Throw the draft away</translation>
    </message>
    <message>
        <source>和现行版对照</source>
        <translation>Compare with the version in force</translation>
    </message>
    <message>
        <source>开会通过，采用</source>
        <translation>Passed, adopt</translation>
    </message>
    <message>
        <source>改这一项</source>
        <translation>Change this item</translation>
    </message>
    <message>
        <source>停用</source>
        <translation>Off</translation>
    </message>
    <message>
        <source>删掉</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>按年算</source>
        <translation>By the year</translation>
    </message>
    <message>
        <source>按月算</source>
        <translation>By the month</translation>
    </message>
    <message>
        <source>没错</source>
        <translation>It is right</translation>
    </message>
    <message>
        <source>启用</source>
        <translation>Switch on</translation>
    </message>
    <message>
        <source>自己写的</source>
        <translation>Our own</translation>
    </message>
    <message>
        <source>来自{source}，{day} {name}存。</source>
        <translation>From {source}, saved {day} by {name}.</translation>
    </message>
    <message>
        <source>已从草稿删掉“{name}”。</source>
        <translation>“{name}” was deleted from the draft.</translation>
    </message>
    <message>
        <source>删掉一项</source>
        <translation>Delete an item</translation>
    </message>
    <message>
        <source>{items} 项，能记分 {enabled} 项；还有 {noted} 处没核对。</source>
        <translation>{items} items, {enabled} of them count; {noted} still to check.</translation>
    </message>
    <message>
        <source>采用积分细则</source>
        <translation>Adopt points rules</translation>
    </message>
    <message>
        <source>草稿里改的都会没有，现在用的细则不变。</source>
        <translation>All changes of the draft will be gone; the rules in use stay.</translation>
    </message>
    <message>
        <source>扔掉</source>
        <translation>Throw away</translation>
    </message>
    <message>
        <source>Excel 表格</source>
        <translation>Excel workbook</translation>
    </message>
    <message>
        <source>积分细则讨论稿.xlsx</source>
        <translation>Draft of the points rules.xlsx</translation>
    </message>
    <message>
        <source>正在导出…</source>
        <translation>Exporting…</translation>
    </message>
</context>
<context>
    <name>EndPage</name>
    <message>
        <source>完成</source>
        <translation>Finish</translation>
    </message>
    <message>
        <source>{act}&#x3000;{head}户&#x3000;{code}</source>
        <translation>{act}&#x3000;{head}&#x3000;{code}</translation>
    </message>
    <message>
        <source>已登记：{act}。</source>
        <translation>Recorded: {act}.</translation>
    </message>
    <message>
        <source>请写明原因。</source>
        <translation>Please give the reason.</translation>
    </message>
</context>
<context>
    <name>EndTermForm</name>
    <message>
        <source>{name}的{duty}到哪天为止</source>
        <translation>Until when is {name} {duty}?</translation>
    </message>
    <message>
        <source>最后一天</source>
        <translation>Last day</translation>
    </message>
    <message>
        <source>任期留在名单里，点“以前的”能看到。</source>
        <translation>The term stays on the list; see it under “Former”.</translation>
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
    <message>
        <source>首字母或户编号</source>
        <translation>Initials or household code</translation>
    </message>
    <message>
        <source>没有找到这一户</source>
        <translation>No such household</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>没有这个事项</source>
        <translation>No such item</translation>
    </message>
    <message>
        <source>已迁出 {day}</source>
        <translation>Moved out {day}</translation>
    </message>
    <message>
        <source>已迁出</source>
        <translation>Moved out</translation>
    </message>
    <message>
        <source>待审 {points} 分</source>
        <translation>{points} points await review</translation>
    </message>
    <message>
        <source>已记 {points} 分</source>
        <translation>{points} points entered already</translation>
    </message>
    <message>
        <source>今天</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>这天</source>
        <translation>That day</translation>
    </message>
    <message>
        <source>待审</source>
        <translation>Awaits review</translation>
    </message>
    <message>
        <source>已记</source>
        <translation>Entered</translation>
    </message>
    <message>
        <source>另一本已记</source>
        <translation>In the other book already</translation>
    </message>
    <message>
        <source>不够扣</source>
        <translation>Not enough left</translation>
    </message>
    <message>
        <source>不能记</source>
        <translation>Not possible</translation>
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
        <source>今年</source>
        <translation>This year</translation>
    </message>
    <message>
        <source>一共</source>
        <translation>In all</translation>
    </message>
    <message>
        <source>{period}已满 {figures}</source>
        <translation>{period} full {figures}</translation>
    </message>
    <message>
        <source>满 {figures}</source>
        <translation>Full {figures}</translation>
    </message>
    <message>
        <source>已满</source>
        <translation>Full</translation>
    </message>
    <message>
        <source>{who}：仍要记。再按回车改回不记。</source>
        <translation>{who}: will be entered all the same. Enter takes that back.</translation>
    </message>
    <message>
        <source>{who}：{state}，不记；只记 {points} 分按回车。</source>
        <translation>{who}: {state}, left out; press Enter for {points} points only.</translation>
    </message>
    <message>
        <source>{who}：{state}，不记；仍要记按回车。</source>
        <translation>{who}: {state}, left out; press Enter to enter it all the same.</translation>
    </message>
    <message>
        <source>{who}：{state}，不记。</source>
        <translation>{who}: {state}, left out.</translation>
    </message>
    <message>
        <source>第 {row} 行：{words}</source>
        <translation>Row {row}: {words}</translation>
    </message>
    <message>
        <source>没有写户，写首字母或户编号。</source>
        <translation>No household; type initials or the code.</translation>
    </message>
    <message>
        <source>找不到“{text}”，写户编号或从名单里选。</source>
        <translation>“{text}” was not found; type the household code or choose from the list.</translation>
    </message>
    <message>
        <source>有几户同名（{text}），请改成户编号。</source>
        <translation>Several households have this name ({text}); type the code.</translation>
    </message>
    <message>
        <source>没有写事项，按 F7 看全部。</source>
        <translation>No item; F7 shows all.</translation>
    </message>
    <message>
        <source>没有“{text}”这个事项，按 F7 看全部。</source>
        <translation>There is no item “{text}”; F7 shows all.</translation>
    </message>
    <message>
        <source>这个事项要写分值。</source>
        <translation>This item needs its points.</translation>
    </message>
    <message>
        <source>“{text}”不是分值，写成 10 或 5*3。</source>
        <translation>“{text}” are no points; write 10 or 5*3.</translation>
    </message>
    <message>
        <source>没有写日期，写成 6.3 或 昨天。</source>
        <translation>No date; write 6.3 or yesterday.</translation>
    </message>
    <message>
        <source>“{text}”不是日期，写成 6.3 或 2026.6.3。</source>
        <translation>“{text}” is no date; write 6.3 or 2026.6.3.</translation>
    </message>
    <message>
        <source>{code} {name}：{why}</source>
        <translation>{code} {name}: {why}</translation>
    </message>
    <message>
        <source>还有 {count} 户。</source>
        <translation>And {count} more.</translation>
    </message>
    <message>
        <source>{count} 户没有记：</source>
        <translation>{count} households were left out:</translation>
    </message>
    <message>
        <source>{count} 个网格</source>
        <translation>{count} grids</translation>
    </message>
    <message>
        <source>{code} {name}&#x3000;{who}&#x3000;{total}</source>
        <translation>{code} {name}&#x3000;{who}&#x3000;{total}</translation>
    </message>
    <message>
        <source>{who} 有几个人同名，是哪一个？</source>
        <translation>There are several people called {who}; which one is it?</translation>
    </message>
    <message>
        <source>{who} 这个网格没有，是不是写错了字？</source>
        <translation>Nobody in this grid is called {who}; is it a slip of the pen?</translation>
    </message>
    <message>
        <source>{who} 不在表上写的网格，是不是这一个？</source>
        <translation>{who} does not live in the grid on the sheet; is it this one?</translation>
    </message>
    <message>
        <source>{who} 不在表上写的那一户，是哪一个？</source>
        <translation>{who} does not live in the household on the sheet; which one is it?</translation>
    </message>
    <message>
        <source>{place} 格“{name}”</source>
        <translation>cell {place} “{name}”</translation>
    </message>
    <message>
        <source>{name}  {code}  {house}
{grid}，{role}</source>
        <translation>{name}  {code}  {house}
{grid}, {role}</translation>
    </message>
    <message>
        <source>{number} 号</source>
        <translation>No. {number}</translation>
    </message>
    <message>
        <source>户主</source>
        <translation>Head</translation>
    </message>
    <message>
        <source>{head} 家的人</source>
        <translation>somebody of {head}&apos;s household</translation>
    </message>
    <message>
        <source>{words}（表上已有）</source>
        <translation>{words} (on the sheet already)</translation>
    </message>
    <message>
        <source>上次没存的表格（{count} 行）</source>
        <translation>Unsaved table ({count} rows)</translation>
    </message>
    <message>
        <source>上次没存的点名（{count} 户）</source>
        <translation>Unsaved roll call ({count} households)</translation>
    </message>
    <message>
        <source>已勾 {count}</source>
        <translation>Ticked: {count}</translation>
    </message>
    <message>
        <source>{count}不记</source>
        <translation>{count} left out</translation>
    </message>
    <message>
        <source>{count}只记一部分</source>
        <translation>{count} in part</translation>
    </message>
    <message>
        <source>{count}没有显示</source>
        <translation>{count} not shown</translation>
    </message>
    <message>
        <source>{count}这天已记过</source>
        <translation>{count} already entered that day</translation>
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
    <message>
        <source>在村</source>
        <translation>Here</translation>
    </message>
    <message>
        <source>已勾</source>
        <translation>Ticked</translation>
    </message>
    <message>
        <source>{grid} {households}户</source>
        <translation>{grid} {households} households</translation>
    </message>
    <message>
        <source>全村</source>
        <translation>Whole village</translation>
    </message>
    <message>
        <source>证明人</source>
        <translation>Witness</translation>
    </message>
</context>
<context>
    <name>EquipmentForm</name>
    <message>
        <source>添物品</source>
        <translation>Add item</translation>
    </message>
    <message>
        <source>清点物品</source>
        <translation>Count item</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>如 桌子、椅子、灶具、帐篷。</source>
        <translation>Such as tables, chairs, stoves, tents.</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>张、把、套、顶。</source>
        <translation>Such as pieces or sets.</translation>
    </message>
    <message>
        <source>共有</source>
        <translation>In all</translation>
    </message>
    <message>
        <source>借在外面的也算在内，坏的不算。</source>
        <translation>With those lent out, without broken ones.</translation>
    </message>
    <message>
        <source>为什么变</source>
        <translation>Why it changed</translation>
    </message>
    <message>
        <source>如 新买、修好、报废，可以不写。</source>
        <translation>Such as bought, mended, scrapped; may stay empty.</translation>
    </message>
</context>
<context>
    <name>EventCardPage</name>
    <message>
        <source>红白事</source>
        <translation>Events</translation>
    </message>
    <message>
        <source>F12 打报备表，请事主、红白理事会和村委会签字。</source>
        <translation>F12 prints the filing sheet for the host, the rites council and the village committee to sign.</translation>
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
    <message>
        <source>理事会定了，点“同意操办”；办事当天去核对，点“现场核查”填实际的数。</source>
        <translation>Once the council agrees, press “Approval”; on the day go and press “Check on site” for the actual figures.</translation>
    </message>
    <message>
        <source>改期、劝导、备案、撤回等，都在“登记进展”里。</source>
        <translation>Changes, persuasion, township filing, withdrawal and so on are under “Record a step”.</translation>
    </message>
    <message>
        <source>{kind} {number} {head}户 · {state}</source>
        <translation>{kind} {number} {head} · {state}</translation>
    </message>
    <message>
        <source>{sheet} {number} {head}户</source>
        <translation>{sheet} {number} {head}</translation>
    </message>
    <message>
        <source>正在排版…</source>
        <translation>Laying out…</translation>
    </message>
    <message>
        <source>{day} 同一地点还有 {head}户的{kind}（{number}），请错开或商量好。</source>
        <translation>{day}: {head} has a {kind} ({number}) at the same place. Agree on it or choose another time.</translation>
    </message>
    <message>
        <source>事主是党员、村干部，还没有登记乡镇备案号。</source>
        <translation>The host is a party member or cadre; no township filing number yet.</translation>
    </message>
    <message>
        <source>经过</source>
        <translation>Steps</translation>
    </message>
    <message>
        <source>登记进展</source>
        <translation>Record a step</translation>
    </message>
    <message>
        <source>打印其他表</source>
        <translation>Print other sheets</translation>
    </message>
    <message>
        <source>当事人</source>
        <translation>Persons</translation>
    </message>
    <message>
        <source>合办的另一家</source>
        <translation>The other family</translation>
    </message>
    <message>
        <source>邀请范围</source>
        <translation>Invited</translation>
    </message>
    <message>
        <source>并入的</source>
        <translation>Joined in</translation>
    </message>
    <message>
        <source>并入</source>
        <translation>Joined to</translation>
    </message>
    <message>
        <source>节约估算</source>
        <translation>Saving (estimate)</translation>
    </message>
    <message>
        <source>{yuan} 元</source>
        <translation>{yuan} yuan</translation>
    </message>
    <message>
        <source>原定日期</source>
        <translation>Planned for</translation>
    </message>
    <message>
        <source>照片</source>
        <translation>Pictures</translation>
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
    <message>
        <source>当事人、几天、邀请范围</source>
        <translation>Persons, days, who is invited</translation>
    </message>
</context>
<context>
    <name>EventPointsPage</name>
    <message>
        <source>建议积分</source>
        <translation>Points proposal</translation>
    </message>
    <message>
        <source>细则里的有关事项</source>
        <translation>Items of the rules that fit</translation>
    </message>
    <message>
        <source>会议记录号</source>
        <translation>Minutes no.</translation>
    </message>
    <message>
        <source>交积分审核</source>
        <translation>Send to review</translation>
    </message>
    <message>
        <source>理事会议定加分或扣分，才在这里打勾；程序不会自己加减。</source>
        <translation>Tick only what the council decided; the program adds or takes nothing by itself.</translation>
    </message>
    <message>
        <source>填会议记录号，交积分审核；审核通过、公示期满才进存折。</source>
        <translation>Give the minutes number and send to review; points reach the passbook after review and notice.</translation>
    </message>
    <message>
        <source>一件事在红折、绿折只算一次。</source>
        <translation>An event counts once, in the red or the green book.</translation>
    </message>
    <message>
        <source>建议积分 {number} {head}户</source>
        <translation>Points proposal {number} {head}</translation>
    </message>
    <message>
        <source>还没有核查</source>
        <translation>Not checked yet</translation>
    </message>
    <message>
        <source>核查结果：{outcome}。勾选理事会议定的事项。</source>
        <translation>Check: {outcome}. Tick the items the council decided.</translation>
    </message>
    <message>
        <source>现行细则里没有理事会核查的事项，先在积分细则里加上。</source>
        <translation>The rules have no items for council checks. Add them to the points rules first.</translation>
    </message>
    <message>
        <source>{number}：已交积分审核。</source>
        <translation>{number}: sent to review.</translation>
    </message>
    <message>
        <source>{least} 到 {most} 分</source>
        <translation>{least} to {most} points</translation>
    </message>
    <message>
        <source>{points} 分</source>
        <translation>{points} points</translation>
    </message>
    <message>
        <source>红折</source>
        <translation>Red book</translation>
    </message>
    <message>
        <source>绿折</source>
        <translation>Green book</translation>
    </message>
</context>
<context>
    <name>EventReport</name>
    <message>
        <source>报备件数</source>
        <translation>Events filed</translation>
    </message>
    <message>
        <source>其中：党员干部</source>
        <translation>of these: Party, cadres</translation>
    </message>
    <message>
        <source>其中：已办</source>
        <translation>of these: held</translation>
    </message>
    <message>
        <source>申报桌数</source>
        <translation>Tables declared</translation>
    </message>
    <message>
        <source>核准桌数</source>
        <translation>Tables approved</translation>
    </message>
    <message>
        <source>实际桌数</source>
        <translation>Tables found</translation>
    </message>
    <message>
        <source>核查件数</source>
        <translation>Events checked</translation>
    </message>
    <message>
        <source>劝导后改正</source>
        <translation>Corrected after persuasion</translation>
    </message>
    <message>
        <source>超标件数</source>
        <translation>Over the limit</translation>
    </message>
    <message>
        <source>其中：回访已整改</source>
        <translation>of these: put right</translation>
    </message>
    <message>
        <source>其中：待回访</source>
        <translation>of these: second look due</translation>
    </message>
    <message>
        <source>其中：未定回访</source>
        <translation>of these: no second look set</translation>
    </message>
    <message>
        <source>迟报件数</source>
        <translation>Filed late</translation>
    </message>
    <message>
        <source>劝导次数</source>
        <translation>Persuasion visits</translation>
    </message>
    <message>
        <source>节约估算</source>
        <translation>Saving (estimate)</translation>
    </message>
    <message>
        <source>收到报备</source>
        <translation>Filings received</translation>
    </message>
    <message>
        <source>件</source>
        <translation>events</translation>
    </message>
    <message>
        <source>桌</source>
        <translation>tables</translation>
    </message>
    <message>
        <source>次</source>
        <translation>times</translation>
    </message>
    <message>
        <source>元</source>
        <translation>yuan</translation>
    </message>
</context>
<context>
    <name>EventReportPage</name>
    <message>
        <source>红白事季报</source>
        <translation>Quarterly report of events</translation>
    </message>
    <message>
        <source>用左右箭头选季度。一件事按办完那天算在哪一季。</source>
        <translation>The arrows choose the quarter. An event counts in the quarter of its last day.</translation>
    </message>
    <message>
        <source>按“上墙的样子”，超标的户、处理和备注都不出现。</source>
        <translation>“As on the wall” leaves out households over the limit, what was done, and remarks.</translation>
    </message>
    <message>
        <source>打印预览里可以打印、存 PDF；存为 Excel 的数和表里一样。</source>
        <translation>The preview prints or saves PDF; Excel has the same figures as the table.</translation>
    </message>
    <message>
        <source>正在排版…</source>
        <translation>Laying out…</translation>
    </message>
    <message>
        <source>后一季</source>
        <translation>Next quarter</translation>
    </message>
    <message>
        <source>上墙的样子</source>
        <translation>As on the wall</translation>
    </message>
    <message>
        <source>前一季</source>
        <translation>Quarter before</translation>
    </message>
    <message>
        <source>{quarter}红白事季报</source>
        <translation>Report of events {quarter}</translation>
    </message>
    <message>
        <source>一件事按办完那天算在哪一季；撤回的不算，并成一件的算一件。</source>
        <translation>An event counts in the quarter of its last day; withdrawn ones do not count, joined ones count once.</translation>
    </message>
    <message>
        <source>上年同期没有记录。</source>
        <translation> No record of the same quarter last year.</translation>
    </message>
    <message>
        <source>这一季还没有过完，数还会变。</source>
        <translation>The quarter is not over yet, figures will change. </translation>
    </message>
    <message>
        <source>已办的还有 {count} 件没有核查。</source>
        <translation>{count} held events are not checked yet. </translation>
    </message>
    <message>
        <source>名单只列核查符合标准和劝导后改正的户。</source>
        <translation>The list names only households within the standard or corrected after persuasion.</translation>
    </message>
    <message>
        <source>打印预览</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>存为 Excel</source>
        <translation>Save as Excel</translation>
    </message>
    <message>
        <source>正在存为 Excel…</source>
        <translation>Saving as Excel…</translation>
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
    <message>
        <source>原 {limit}</source>
        <translation>was {limit}</translation>
    </message>
    <message>
        <source>新增</source>
        <translation>New</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Dropped</translation>
    </message>
    <message>
        <source>满月酒</source>
        <translation>Birth feast</translation>
    </message>
    <message>
        <source>乔迁</source>
        <translation>House-warming</translation>
    </message>
    <message>
        <source>升学</source>
        <translation>Going to college</translation>
    </message>
    <message>
        <source>参军</source>
        <translation>Joining the army</translation>
    </message>
    <message>
        <source>寿庆</source>
        <translation>Longevity birthday</translation>
    </message>
    <message>
        <source>其他喜庆</source>
        <translation>Other feast</translation>
    </message>
    <message>
        <source>再婚</source>
        <translation>Second marriage</translation>
    </message>
    <message>
        <source>复婚</source>
        <translation>Remarrying each other</translation>
    </message>
    <message>
        <source>城区</source>
        <translation>In town</translation>
    </message>
    <message>
        <source>酒店</source>
        <translation>Hotel</translation>
    </message>
    <message>
        <source>每桌菜数</source>
        <translation>Dishes per table</translation>
    </message>
    <message>
        <source>每桌（含烟酒）</source>
        <translation>Per table (all in)</translation>
    </message>
    <message>
        <source>每桌（不含烟酒）</source>
        <translation>Per table (food only)</translation>
    </message>
    <message>
        <source>每桌烟酒</source>
        <translation>Tobacco and liquor per table</translation>
    </message>
    <message>
        <source>仪式时长</source>
        <translation>Length of ceremony</translation>
    </message>
    <message>
        <source>迎送亲人数</source>
        <translation>Bridal escorts</translation>
    </message>
    <message>
        <source>演出</source>
        <translation>Shows</translation>
    </message>
    <message>
        <source>灵棚</source>
        <translation>Mourning sheds</translation>
    </message>
    <message>
        <source>小时</source>
        <translation>hours</translation>
    </message>
    <message>
        <source>场</source>
        <translation>shows</translation>
    </message>
    <message>
        <source>{count} 个子女</source>
        <translation>{count} children</translation>
    </message>
    <message>
        <source>{when}（要求见标准）</source>
        <translation>{when} (see the standard)</translation>
    </message>
    <message>
        <source>＋ 新的</source>
        <translation>＋ New</translation>
    </message>
    <message>
        <source>＋ 补核查</source>
        <translation>＋ Check added</translation>
    </message>
    <message>
        <source>＝ 已有</source>
        <translation>＝ Already in</translation>
    </message>
    <message>
        <source>✕ 有问题</source>
        <translation>✕ Problem</translation>
    </message>
    <message>
        <source>{measure}超标</source>
        <translation>{measure} over</translation>
    </message>
    <message>
        <source>迟报</source>
        <translation>filed late</translation>
    </message>
    <message>
        <source>报备中</source>
        <translation>Filed</translation>
    </message>
    <message>
        <source>未同意</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>已核准</source>
        <translation>Approved</translation>
    </message>
    <message>
        <source>办事中</source>
        <translation>Under way</translation>
    </message>
    <message>
        <source>待核查</source>
        <translation>To check</translation>
    </message>
    <message>
        <source>已核查</source>
        <translation>Checked</translation>
    </message>
    <message>
        <source>待回访</source>
        <translation>Look again</translation>
    </message>
    <message>
        <source>已结</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>已撤回</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>已并入</source>
        <translation>Joined</translation>
    </message>
    <message>
        <source>理事会意见</source>
        <translation>Council opinion</translation>
    </message>
    <message>
        <source>入户劝导</source>
        <translation>Persuasion visit</translation>
    </message>
    <message>
        <source>签承诺书</source>
        <translation>Pledge signed</translation>
    </message>
    <message>
        <source>乡镇备案</source>
        <translation>Township filing</translation>
    </message>
    <message>
        <source>同意操办</source>
        <translation>Approval</translation>
    </message>
    <message>
        <source>不同意</source>
        <translation>Refusal</translation>
    </message>
    <message>
        <source>改期改计划</source>
        <translation>Change of plan</translation>
    </message>
    <message>
        <source>并入另一件</source>
        <translation>Joined to another</translation>
    </message>
    <message>
        <source>现场核查</source>
        <translation>Check on site</translation>
    </message>
    <message>
        <source>回访</source>
        <translation>Second look</translation>
    </message>
    <message>
        <source>建议积分</source>
        <translation>Points proposal</translation>
    </message>
    <message>
        <source>办结</source>
        <translation>Closing</translation>
    </message>
    <message>
        <source>撤回</source>
        <translation>Withdrawal</translation>
    </message>
    <message>
        <source>未超标准</source>
        <translation>Within the standard</translation>
    </message>
    <message>
        <source>经劝导改正</source>
        <translation>Corrected after persuasion</translation>
    </message>
    <message>
        <source>超标</source>
        <translation>Over the limit</translation>
    </message>
    <message>
        <source>已整改</source>
        <translation>Put right</translation>
    </message>
    <message>
        <source>未整改</source>
        <translation>Not put right</translation>
    </message>
    <message>
        <source>报备表</source>
        <translation>Filing sheet</translation>
    </message>
    <message>
        <source>承诺书</source>
        <translation>Pledge</translation>
    </message>
    <message>
        <source>标准告知单</source>
        <translation>Standard slip</translation>
    </message>
    <message>
        <source>现场核查表</source>
        <translation>Check sheet</translation>
    </message>
    <message>
        <source>档案表</source>
        <translation>Record sheet</translation>
    </message>
    <message>
        <source>{head}户 {kind}</source>
        <translation>{head} {kind}</translation>
    </message>
    <message>
        <source>{month}.{day} 前回访</source>
        <translation>second look by {month}.{day}</translation>
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
        <source>其他喜庆报备</source>
        <translation>Report another feast</translation>
    </message>
    <message>
        <source>共 {count} 件：红事 {weddings} 件，白事 {funerals} 件，其他 {others} 件。超标 {over} 件，迟报 {late} 件。</source>
        <translation>{count} events: {weddings} weddings, {funerals} funerals, {others} others. {over} over the limit, {late} late.</translation>
    </message>
    <message>
        <source>表格</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>回车打开一件，打报备表签字，登记核准、核查、办结。</source>
        <translation>Enter opens an event: print its filing sheet to sign, record approval, check and closing.</translation>
    </message>
    <message>
        <source>看板按进度分栏；点“表格”可以查找和排序。</source>
        <translation>The board has a column for each state; press “Sheet” to find and sort.</translation>
    </message>
    <message>
        <source>理事会</source>
        <translation>Councils</translation>
    </message>
    <message>
        <source>季报</source>
        <translation>Quarterly report</translation>
    </message>
    <message>
        <source>导入旧台账</source>
        <translation>Import old register</translation>
    </message>
</context>
<context>
    <name>Exchange</name>
    <message>
        <source>还没到</source>
        <translation>Not yet</translation>
    </message>
    <message>
        <source>正在办</source>
        <translation>Under way</translation>
    </message>
    <message>
        <source>待结算</source>
        <translation>To settle</translation>
    </message>
    <message>
        <source>已结算</source>
        <translation>Settled</translation>
    </message>
    <message>
        <source>停兑</source>
        <translation>Suspended</translation>
    </message>
    <message>
        <source>一票否决</source>
        <translation>Veto</translation>
    </message>
    <message>
        <source>红折不兑</source>
        <translation>Red books barred</translation>
    </message>
    <message>
        <source>已停业</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>一票否决到 {day}</source>
        <translation>Veto until {day}</translation>
    </message>
    <message>
        <source>可兑</source>
        <translation>Redeemable</translation>
    </message>
    <message>
        <source>已兑完</source>
        <translation>All redeemed</translation>
    </message>
    <message>
        <source>没有可兑的分</source>
        <translation>Nothing to redeem</translation>
    </message>
    <message>
        <source>已兑</source>
        <translation>Redeemed</translation>
    </message>
    <message>
        <source>过号</source>
        <translation>Passed over</translation>
    </message>
    <message>
        <source>等候</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>服务</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>缺货</source>
        <translation>Out of stock</translation>
    </message>
    <message>
        <source>兑换单：{count} 张，{points} 分，{pieces} 件（次）</source>
        <translation>Slips: {count}, {points} points, {pieces} pieces or services</translation>
    </message>
    <message>
        <source>账本：兑换扣了 {points} 分</source>
        <translation>Ledger: {points} points redeemed</translation>
    </message>
    <message>
        <source>物品：件数乘分值是 {points} 分</source>
        <translation>Goods: pieces times price make {points} points</translation>
    </message>
    <message>
        <source>库存：出库 {pieces} 件，另有服务 {services} 次</source>
        <translation>Stock: {pieces} pieces out, and {services} services</translation>
    </message>
</context>
<context>
    <name>ExchangeDayPage</name>
    <message>
        <source>兑换日</source>
        <translation>Exchange day</translation>
    </message>
    <message>
        <source>名单</source>
        <translation>List</translation>
    </message>
    <message>
        <source>排队</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>库存</source>
        <translation>Stock</translation>
    </message>
    <message>
        <source>结算</source>
        <translation>Settle</translation>
    </message>
    <message>
        <source>存为 Excel</source>
        <translation>Save as Excel</translation>
    </message>
    <message>
        <source>名单：先把名单和兑换单打好；当天扫存折，或找到一户按回车，就发号。</source>
        <translation>List: print the list and the slips beforehand; on the day scan a passbook, or find a household and press Enter, to give a ticket.</translation>
    </message>
    <message>
        <source>排队：看现在请谁，按“去柜台”兑换；叫了不来按“过号”。</source>
        <translation>Queue: see whose turn it is, redeem with “Go to Counter”; press “Pass over” for those who do not come.</translation>
    </message>
    <message>
        <source>结算：物、单、分对上了按“结算”，打结算单签字。</source>
        <translation>Settle: once goods, slips and points agree press “Settle”, then print the settlement sheet and have it signed.</translation>
    </message>
    <message>
        <source>{name}&#x3000;{number} 号</source>
        <translation>{name}&#x3000;ticket {number}</translation>
    </message>
    <message>
        <source>{name}已有 {number} 号</source>
        <translation>{name} has ticket {number} already</translation>
    </message>
    <message>
        <source>已结算。把结算单打出来签字。</source>
        <translation>Settled. Print the settlement sheet and have it signed.</translation>
    </message>
    <message>
        <source>已存为 {name}。</source>
        <translation>Saved as {name}.</translation>
    </message>
    <message>
        <source>打兑换单</source>
        <translation>Print slips</translation>
    </message>
    <message>
        <source>打名单</source>
        <translation>Print list</translation>
    </message>
    <message>
        <source>打排队号</source>
        <translation>Print tickets</translation>
    </message>
    <message>
        <source>打结算单</source>
        <translation>Print settlement</translation>
    </message>
    <message>
        <source>发号</source>
        <translation>Give ticket</translation>
    </message>
    <message>
        <source>过号</source>
        <translation>Pass over</translation>
    </message>
    <message>
        <source>去柜台</source>
        <translation>Go to Counter</translation>
    </message>
    <message>
        <source>先扫存折，或在表里选一户。</source>
        <translation>Scan a passbook or choose a household in the table first.</translation>
    </message>
    <message>
        <source>结算“{name}”？{slips} 张兑换单，{points} 分，{pieces} 件（次）。</source>
        <translation>Settle “{name}”? {slips} slips, {points} points, {pieces} pieces or services.</translation>
    </message>
    <message>
        <source>结算以后数不再变；再兑换的不算进来，退回的在结算单上另列。</source>
        <translation>After that the figures stay; later redemptions do not count in, returns stand apart on the settlement sheet.</translation>
    </message>
    <message>
        <source>还有 {count} 户拿了号没有兑。</source>
        <translation>{count} households with a ticket have not redeemed yet.</translation>
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
    <name>ExchangeDaysPage</name>
    <message>
        <source>兑换日</source>
        <translation>Exchange day</translation>
    </message>
    <message>
        <source>全村一起兑换的日子，先在这里开一个：叫什么、在哪里、哪几天。</source>
        <translation>When the whole village redeems together, open a day here first: its name, place and dates.</translation>
    </message>
    <message>
        <source>回车打开：名单和兑换单先打好，当天发号、排队、去柜台。</source>
        <translation>Enter opens it: print the list and the slips beforehand; on the day give tickets, call the queue, go to the Counter.</translation>
    </message>
    <message>
        <source>办完结算：物、单、分三样对上才结得了，结算单打出来签字。</source>
        <translation>Settle afterwards: only when goods, slips and points agree; print the settlement sheet and have it signed.</translation>
    </message>
    <message>
        <source>还没有开过兑换日。一年一兑换时开一个，名单、排队、结算都在里面。</source>
        <translation>No exchange day yet. Open one for the yearly redemption: it holds list, queue and settlement.</translation>
    </message>
    <message>
        <source>开兑换日</source>
        <translation>Open exchange day</translation>
    </message>
    <message>
        <source>还没有可兑换的物品。先登记物品和库存，再开兑换日。</source>
        <translation>No goods to redeem yet. Record goods and stock first, then open an exchange day.</translation>
    </message>
    <message>
        <source>去登记物品</source>
        <translation>Record goods</translation>
    </message>
    <message>
        <source>“{name}”已开。</source>
        <translation>“{name}” is open.</translation>
    </message>
</context>
<context>
    <name>ExchangePaperPage</name>
    <message>
        <source>兑换日</source>
        <translation>Exchange day</translation>
    </message>
    <message>
        <source>名单一个网格一份，领取时本人签字。</source>
        <translation>One list a grid; everybody signs in person when collecting.</translation>
    </message>
    <message>
        <source>兑换单一页三张，按网格、户编号排好，沿线剪开；物品当天写。</source>
        <translation>Slips come three a page, sorted by grid and household code, to be cut along the line; goods are filled in on the day.</translation>
    </message>
    <message>
        <source>结算单给经办人、审核人、监督员签字，留存。</source>
        <translation>The settlement sheet is signed by handler, reviewer and supervisor, and kept.</translation>
    </message>
    <message>
        <source>现在没有可以兑换的存折，没有要打的。</source>
        <translation>No passbook can redeem now, nothing to print.</translation>
    </message>
    <message>
        <source>正在排版…</source>
        <translation>Laying out…</translation>
    </message>
    <message>
        <source>可兑换名单</source>
        <translation>Redemption list</translation>
    </message>
    <message>
        <source>兑换单</source>
        <translation>Slips</translation>
    </message>
    <message>
        <source>排队号</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>结算单</source>
        <translation>Settlement sheet</translation>
    </message>
</context>
<context>
    <name>ExpiryEdit</name>
    <message>
        <source>到期日</source>
        <translation>Expiry day</translation>
    </message>
    <message>
        <source>生产日期</source>
        <translation>Production day</translation>
    </message>
    <message>
        <source>保质期怎样写</source>
        <translation>How to give the shelf life</translation>
    </message>
    <message>
        <source>保质期</source>
        <translation>Shelf life</translation>
    </message>
    <message>
        <source>保质多少个月</source>
        <translation>Shelf life in months</translation>
    </message>
    <message>
        <source>个月</source>
        <translation>months</translation>
    </message>
    <message>
        <source>还要写保质多少个月</source>
        <translation>Give the shelf life in months, too</translation>
    </message>
    <message>
        <source>写成 2027.8.1 或 2027-08</source>
        <translation>Write 2027.8.1 or 2027-08</translation>
    </message>
    <message>
        <source>不写就是不过期</source>
        <translation>Empty: does not expire</translation>
    </message>
    <message>
        <source>到 {day}</source>
        <translation>Until {day}</translation>
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
    <name>FindPanel</name>
    <message>
        <source>没有找到“{text}”。换个写法，或试拼音首字母。</source>
        <translation>Nothing found for “{text}”. Try other words or pinyin initials.</translation>
    </message>
    <message>
        <source>不显示迁出户  Alt+0</source>
        <translation>Hide moved out  Alt+0</translation>
    </message>
    <message>
        <source>没有找到“{text}”。可能是别的读音，或户已迁出（显示迁出户）。</source>
        <translation>“{text}” was not found. It may be read another way, or the household moved out (Show moved out).</translation>
    </message>
    <message>
        <source>显示迁出户  Alt+0</source>
        <translation>Show moved out  Alt+0</translation>
    </message>
    <message>
        <source>按数字 1–9 打开</source>
        <translation>Press 1–9 to open</translation>
    </message>
    <message>
        <source>按 Alt+数字 打开，或按 ↓ 再按数字</source>
        <translation>Press Alt+digit to open, or ↓ and then the digit</translation>
    </message>
    <message>
        <source>{number}号</source>
        <translation>No. {number}</translation>
    </message>
    <message>
        <source>户主 {name}</source>
        <translation>Head {name}</translation>
    </message>
    <message>
        <source>账号 {number}</source>
        <translation>Account {number}</translation>
    </message>
    <message>
        <source>不在册</source>
        <translation>Not registered</translation>
    </message>
    <message>
        <source>存折 {number}</source>
        <translation>Passbook {number}</translation>
    </message>
    <message>
        <source>⚠ 已挂失</source>
        <translation>⚠ Reported lost</translation>
    </message>
    <message>
        <source>⚠ 已换折</source>
        <translation>⚠ Replaced</translation>
    </message>
    <message>
        <source>⚠ 已注销</source>
        <translation>⚠ Closed</translation>
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
    <name>FixesStep</name>
    <message>
        <source>改这一格  Enter</source>
        <translation>Change the cell  Enter</translation>
    </message>
    <message>
        <source>撤回上一步  Ctrl+Z</source>
        <translation>Take back  Ctrl+Z</translation>
    </message>
    <message>
        <source>可以先导入好的；这些行带着原因另存出去，改好再导入。</source>
        <translation>Import the good rows now; these are saved aside with their reasons, to be put right and imported later.</translation>
    </message>
    <message>
        <source>{count} 户</source>
        <translation>{count} households</translation>
    </message>
    <message>
        <source>{count} 家</source>
        <translation>{count} shops and units</translation>
    </message>
    <message>
        <source>{count} 个账户</source>
        <translation>{count} accounts</translation>
    </message>
    <message>
        <source>可导入</source>
        <translation>Ready</translation>
    </message>
    <message>
        <source>请核对</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>{count} 处</source>
        <translation>{count}</translation>
    </message>
    <message>
        <source>必须改</source>
        <translation>Must fix</translation>
    </message>
    <message>
        <source>全部要看的</source>
        <translation>All</translation>
    </message>
    <message>
        <source>只看必须改</source>
        <translation>Must fix</translation>
    </message>
    <message>
        <source>已整理 {count}</source>
        <translation>Tidied: {count}</translation>
    </message>
    <message>
        <source>不导入的 {count} 行另存为 Excel</source>
        <translation>Save the {count} rows left out as Excel</translation>
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
        <source>新增商铺和单位 {owners} 家，网格员和楼栋长 {roles} 人，原有 {same} 条不变。</source>
        <translation>New: {owners} shops and units, {roles} grid workers and building leaders; {same} rows are there already.</translation>
    </message>
    <message>
        <source>用这个办法</source>
        <translation>Use this fix</translation>
    </message>
    <message>
        <source>同类都这样办</source>
        <translation>Fix all alike</translation>
    </message>
    <message>
        <source>改这一格</source>
        <translation>Change the cell</translation>
    </message>
    <message>
        <source>撤回上一步</source>
        <translation>Take back</translation>
    </message>
    <message>
        <source>没有必须改的了。</source>
        <translation>Nothing must be fixed any more.</translation>
    </message>
    <message>
        <source>没有要看的地方了。</source>
        <translation>Nothing is left to look at.</translation>
    </message>
    <message>
        <source>同类 {count} 处都这样办  Alt+0</source>
        <translation>Fix all {count} alike  Alt+0</translation>
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
    <name>FoundList</name>
    <message>
        <source>没有找到。可能是别的读音，或户已迁出。</source>
        <translation>Not found. It may be read another way, or the household moved out.</translation>
    </message>
</context>
<context>
    <name>FrequentPanel</name>
    <message>
        <source>常用：按数字，日期用今天</source>
        <translation>Usual: press the digit, dated today</translation>
    </message>
    <message>
        <source>还没有记过分。记过的批次会排在这里。</source>
        <translation>Nothing was entered yet. Earlier acts will be listed here.</translation>
    </message>
</context>
<context>
    <name>GoodsForm</name>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>规格</source>
        <translation>Spec</translation>
    </message>
    <message>
        <source>如 2块装、5kg、500ml。</source>
        <translation>Such as 2 bars, 5kg, 500ml.</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>种类</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>品牌</source>
        <translation>Brand</translation>
    </message>
    <message>
        <source>兑换分值</source>
        <translation>Points price</translation>
    </message>
    <message>
        <source>分</source>
        <translation>points</translation>
    </message>
    <message>
        <source>还没定就空着；定了分值才能兑换。</source>
        <translation>Leave empty if not set yet; goods can be redeemed once it is set.</translation>
    </message>
    <message>
        <source>从哪天起</source>
        <translation>Since</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Based on</translation>
    </message>
    <message>
        <source>哪次会定的。</source>
        <translation>Which meeting set it.</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>空着就接着往下编；登记后不能改。</source>
        <translation>Left empty the next number is taken; it cannot be changed later.</translation>
    </message>
    <message>
        <source>条码</source>
        <translation>Barcode</translation>
    </message>
    <message>
        <source>光标放在这里，用扫码枪扫一下。</source>
        <translation>Put the cursor here and scan it.</translation>
    </message>
    <message>
        <source>限兑</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>限几件</source>
        <translation>How many</translation>
    </message>
    <message>
        <source>库存下限</source>
        <translation>Reorder level</translation>
    </message>
    <message>
        <source>少于这个数就列进采购清单。</source>
        <translation>Below this the goods go on the purchase list.</translation>
    </message>
    <message>
        <source>库位</source>
        <translation>Shelf</translation>
    </message>
    <message>
        <source>保质期</source>
        <translation>Shelf life</translation>
    </message>
    <message>
        <source>个月</source>
        <translation>months</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Remark</translation>
    </message>
</context>
<context>
    <name>GoodsImport</name>
    <message>
        <source>＋ 新的</source>
        <translation>＋ New</translation>
    </message>
    <message>
        <source>＋ 重新上架</source>
        <translation>＋ Back in use</translation>
    </message>
    <message>
        <source>＋ 补登</source>
        <translation>＋ Filled in</translation>
    </message>
    <message>
        <source>＝ 已有</source>
        <translation>＝ Already in</translation>
    </message>
    <message>
        <source>✕ 有问题</source>
        <translation>✕ Problem</translation>
    </message>
</context>
<context>
    <name>GoodsImportPage</name>
    <message>
        <source>选物品清单，编号、分值、库存、保质期都认得；有问题的逐条列出。</source>
        <translation>Choose a list of goods; numbers, points, stock and shelf life are all read, problems are listed.</translation>
    </message>
    <message>
        <source>导入物品</source>
        <translation>Import goods</translation>
    </message>
    <message>
        <source>物品、编号、来源</source>
        <translation>Goods, no., source</translation>
    </message>
    <message>
        <source>物品清单_有问题的.xlsx</source>
        <translation>Goods list_problems.xlsx</translation>
    </message>
    <message>
        <source>导入 {count} 样</source>
        <translation>Import {count} kinds</translation>
    </message>
    <message>
        <source>有问题的</source>
        <translation>With problems</translation>
    </message>
    <message>
        <source>请核对的</source>
        <translation>To look at</translation>
    </message>
    <message>
        <source>可以导入的</source>
        <translation>Ready</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>正在读取表格…</source>
        <translation>Reading the sheet…</translation>
    </message>
    <message>
        <source>分值从哪天起</source>
        <translation>Prices since</translation>
    </message>
    <message>
        <source>放在哪个兑换点</source>
        <translation>At which outlet</translation>
    </message>
    <message>
        <source>库存放在</source>
        <translation>Stock goes to</translation>
    </message>
    <message>
        <source>分值从这天起</source>
        <translation>Prices since</translation>
    </message>
    <message>
        <source>选村里的物品清单；标题在第几行、各栏叫什么都不要紧。</source>
        <translation>Choose the village&apos;s list of goods; where the heading is and what columns are called does not matter.</translation>
    </message>
    <message>
        <source>看“请核对的”：过期的、快到期的、要补货的、合计不对的都在这里。</source>
        <translation>See “To look at”: what is expired, expires soon, is to be reordered or has wrong totals stands there.</translation>
    </message>
    <message>
        <source>F8 导入：建物品、定分值，现有的库存记成一张期初单；已有的不重复，也不改。</source>
        <translation>F8 imports: goods and prices are made, present stock becomes an opening stock-in sheet; nothing comes in twice or is changed.</translation>
    </message>
    <message>
        <source>导错了，在“设置”的导入记录里撤销；这些物品兑换过就不能整批撤销。</source>
        <translation>A wrong import can be undone under Imports so far in Settings; once the goods are redeemed, no longer as a whole.</translation>
    </message>
    <message>
        <source>这份清单已作为第 {batch} 批导入过；已有的不会重复。</source>
        <translation>This list came in as batch {batch} before; nothing comes in twice.</translation>
    </message>
    <message>
        <source>{file}：{lines} 样，库存 {pieces} 件，合 {points} 分；可以导入 {ready} 样。</source>
        <translation>{file}: {lines} kinds, stock {pieces} pieces, {points} points; ready to import {ready}.</translation>
    </message>
    <message>
        <source>没有新的，什么也没写。</source>
        <translation>Nothing new, nothing was written.</translation>
    </message>
    <message>
        <source>导入了 {count} 样，期初 {pieces} 件（第 {batch} 批），{wrong} 行没有导入。</source>
        <translation>{count} kinds imported, opening stock {pieces} pieces (batch {batch}); {wrong} rows were left out.</translation>
    </message>
    <message>
        <source>看物品</source>
        <translation>See goods</translation>
    </message>
    <message>
        <source>是另一样，照样导入</source>
        <translation>Other goods, import</translation>
    </message>
    <message>
        <source>是同一样，不导入</source>
        <translation>Same goods, leave out</translation>
    </message>
    <message>
        <source>没有读的表：{names}。</source>
        <translation>Sheets not read: {names}.</translation>
    </message>
</context>
<context>
    <name>GoodsItemPage</name>
    <message>
        <source>新物品</source>
        <translation>New goods</translation>
    </message>
    <message>
        <source>上面是这样物品的资料；下面换着看分值、批次、进出和等货的户。</source>
        <translation>Above is what is said of the goods; below you switch between batches, points price, in/out and waiting households.</translation>
    </message>
    <message>
        <source>分值只能往后改：新分值从哪天起用，那天以前的兑换不变。</source>
        <translation>A points price only changes ahead: say from which day the new one holds, earlier redemptions stay as they are.</translation>
    </message>
    <message>
        <source>库存为零才能停用；停用的物品和编号都留着，可以恢复。</source>
        <translation>Goods are switched off only with no stock; they keep their code and can be restored.</translation>
    </message>
    <message>
        <source>{name}&#x3000;{code}</source>
        <translation>{name}&#x3000;{code}</translation>
    </message>
    <message>
        <source>{word} {count}</source>
        <translation>{word} {count}</translation>
    </message>
    <message>
        <source>已保存。</source>
        <translation>Saved.</translation>
    </message>
    <message>
        <source>已登记“{name}”。</source>
        <translation>“{name}” is registered.</translation>
    </message>
    <message>
        <source>图片</source>
        <translation>Picture</translation>
    </message>
    <message>
        <source>还没有定分值，不能兑换。</source>
        <translation>No points price yet, so no redemption.</translation>
    </message>
    <message>
        <source>新分值</source>
        <translation>New price</translation>
    </message>
    <message>
        <source>没有库存。</source>
        <translation>No stock.</translation>
    </message>
    <message>
        <source>还没有进出。</source>
        <translation>Nothing came in or went out yet.</translation>
    </message>
    <message>
        <source>没有人在等。</source>
        <translation>Nobody is waiting.</translation>
    </message>
    <message>
        <source>不改了</source>
        <translation>Leave it</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>去掉图片</source>
        <translation>Drop picture</translation>
    </message>
    <message>
        <source>放图片</source>
        <translation>Add picture</translation>
    </message>
    <message>
        <source>修改</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>恢复</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>停用</source>
        <translation>Switch off</translation>
    </message>
    <message>
        <source>入库</source>
        <translation>Stock in</translation>
    </message>
    <message>
        <source>批次</source>
        <translation>Batches</translation>
    </message>
    <message>
        <source>分值</source>
        <translation>Points price</translation>
    </message>
    <message>
        <source>进出</source>
        <translation>In/out</translation>
    </message>
    <message>
        <source>等货的户</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>没定分值</source>
        <translation>No points price</translation>
    </message>
    <message>
        <source>{points} 分一{unit}</source>
        <translation>{points} points a {unit}</translation>
    </message>
    <message>
        <source>{count} 个月</source>
        <translation>{count} months</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>品牌</source>
        <translation>Brand</translation>
    </message>
    <message>
        <source>种类</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>限兑</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>不限</source>
        <translation>No limit</translation>
    </message>
    <message>
        <source>条码</source>
        <translation>Barcode</translation>
    </message>
    <message>
        <source>库位</source>
        <translation>Shelf</translation>
    </message>
    <message>
        <source>保质期</source>
        <translation>Shelf life</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>换图片</source>
        <translation>New picture</translation>
    </message>
    <message>
        <source>修改&#x3000;{name}</source>
        <translation>Edit&#x3000;{name}</translation>
    </message>
    <message>
        <source>新分值已定。</source>
        <translation>The new points price is set.</translation>
    </message>
    <message>
        <source>“{name}”从今天起不再兑换？资料和编号都留着，以后可以恢复。</source>
        <translation>Stop redeeming “{name}” from today? Its details and code stay and it can be restored later.</translation>
    </message>
    <message>
        <source>“{name}”已停用。</source>
        <translation>“{name}” is off.</translation>
    </message>
    <message>
        <source>“{name}”已恢复，可以兑换。</source>
        <translation>“{name}” is restored and can be redeemed.</translation>
    </message>
    <message>
        <source>选一张图片</source>
        <translation>Choose a picture</translation>
    </message>
    <message>
        <source>正在读图片…</source>
        <translation>Reading the picture…</translation>
    </message>
    <message>
        <source>{price}&#x3000;可兑 {free} {unit}</source>
        <translation>{price}&#x3000;Redeemable {free} {unit}</translation>
    </message>
    <message>
        <source>{figures}&#x3000;库存下限 {least}</source>
        <translation>{figures}&#x3000;Reorder level {least}</translation>
    </message>
</context>
<context>
    <name>GoodsPage</name>
    <message>
        <source>物品</source>
        <translation>Goods</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>要补货</source>
        <translation>To restock</translation>
    </message>
    <message>
        <source>快过期</source>
        <translation>Expiring</translation>
    </message>
    <message>
        <source>已过期</source>
        <translation>Expired</translation>
    </message>
    <message>
        <source>服务</source>
        <translation>Services</translation>
    </message>
    <message>
        <source>停用</source>
        <translation>Off</translation>
    </message>
    <message>
        <source>名称、拼音首字母、编号、条码</source>
        <translation>Name, pinyin initials, code or barcode</translation>
    </message>
    <message>
        <source>库存</source>
        <translation>Stock</translation>
    </message>
    <message>
        <source>盘点</source>
        <translation>Stocktake</translation>
    </message>
    <message>
        <source>入库</source>
        <translation>Stock in</translation>
    </message>
    <message>
        <source>新物品</source>
        <translation>New goods</translation>
    </message>
    <message>
        <source>兑换点</source>
        <translation>Outlets</translation>
    </message>
    <message>
        <source>导入</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>采购清单</source>
        <translation>Purchase list</translation>
    </message>
    <message>
        <source>物品价目表</source>
        <translation>Price list</translation>
    </message>
    <message>
        <source>“可兑”不含已过期的。低于库存下限、快到期、没定分值的，在“提醒”里写着。</source>
        <translation>“Redeemable” leaves out what has expired. What is below its reorder level, expires soon or has no points price is named under “Reminder”.</translation>
    </message>
    <message>
        <source>选中一样按 Enter：改资料、定新分值、放图片、看批次和进出。</source>
        <translation>Choose one and press Enter: edit it, set a new points price, add a picture, see batches and what came in or went out.</translation>
    </message>
    <message>
        <source>“采购清单”写着要补什么、补多少；“物品价目表”可以贴墙。</source>
        <translation>The “Purchase list” says what to restock and how many; the “Price list” is for the wall.</translation>
    </message>
    <message>
        <source>共 {kinds} 种&#x3000;可兑 {pieces} 件，合 {points} 分</source>
        <translation>{kinds} kinds&#x3000;Redeemable {pieces} pieces, {points} points</translation>
    </message>
    <message>
        <source>低于下限 {count} 种</source>
        <translation>Below reorder level {count}</translation>
    </message>
    <message>
        <source>有人等 {count} 种</source>
        <translation>Waited for {count}</translation>
    </message>
    <message>
        <source>快过期 {count} 种</source>
        <translation>Expiring {count}</translation>
    </message>
    <message>
        <source>已过期 {count} 种</source>
        <translation>Expired {count}</translation>
    </message>
    <message>
        <source>没有找到“{text}”。可能是别的读音，或已停用。</source>
        <translation>Nothing found for “{text}”. It may be read another way, or be off.</translation>
    </message>
    <message>
        <source>看全部</source>
        <translation>Show all</translation>
    </message>
    <message>
        <source>没有要补的物品。</source>
        <translation>No goods to restock.</translation>
    </message>
    <message>
        <source>两个月内没有到期的物品。</source>
        <translation>No goods expire within two months.</translation>
    </message>
    <message>
        <source>没有过期的物品。</source>
        <translation>No goods have expired.</translation>
    </message>
    <message>
        <source>还没有服务，如理发、食堂一餐。新物品里选“服务”。</source>
        <translation>No services yet, such as a haircut or a canteen meal. Choose “Service” under New goods.</translation>
    </message>
    <message>
        <source>没有停用的物品。</source>
        <translation>No goods are off.</translation>
    </message>
    <message>
        <source>物品都停用了。</source>
        <translation>All goods are off.</translation>
    </message>
    <message>
        <source>还没有物品。有清单就导入，没有就一样一样登记。</source>
        <translation>No goods yet. Import a list if there is one, or register them one by one.</translation>
    </message>
</context>
<context>
    <name>GoodsPaperPage</name>
    <message>
        <source>物品价目表</source>
        <translation>Price list</translation>
    </message>
    <message>
        <source>存为 Excel</source>
        <translation>Save as Excel</translation>
    </message>
    <message>
        <source>物品价目表只列定了分值、没有停用的物品，可以贴墙。</source>
        <translation>The price list only has goods with a points price that are not off; it can hang on the wall.</translation>
    </message>
    <message>
        <source>采购清单列低于库存下限和有人等的物品，第一行可以直接发给店家。</source>
        <translation>The purchase list has goods below their reorder level or waited for; its first line can be sent to the seller as it is.</translation>
    </message>
    <message>
        <source>采购清单</source>
        <translation>Purchase list</translation>
    </message>
    <message>
        <source>已存为 {name}。</source>
        <translation>Saved as {name}.</translation>
    </message>
    <message>
        <source>正在排版…</source>
        <translation>Laying out…</translation>
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
    <name>GridChoice</name>
    <message>
        <source>全村</source>
        <translation>All grids</translation>
    </message>
</context>
<context>
    <name>GridGroup</name>
    <message>
        <source>网格规模</source>
        <translation>Size of grids</translation>
    </message>
    <message>
        <source>城镇一般 300 到 500 户，农村按实际改；超出只是提醒。</source>
        <translation>300 to 500 households in towns; change it in the countryside. Beyond it there is only a notice.</translation>
    </message>
    <message>
        <source>最少</source>
        <translation>At least</translation>
    </message>
    <message>
        <source>户</source>
        <translation>Households</translation>
    </message>
    <message>
        <source>最多</source>
        <translation>At most</translation>
    </message>
</context>
<context>
    <name>GridSide</name>
    <message>
        <source>仍要记</source>
        <translation>Enter all the same</translation>
    </message>
    <message>
        <source>还有 {count} 处。</source>
        <translation>And {count} more.</translation>
    </message>
    <message>
        <source>第 {row} 行只记到上限</source>
        <translation>Row {row}: only up to the cap</translation>
    </message>
    <message>
        <source>第 {row} 行仍要记</source>
        <translation>Row {row}: enter all the same</translation>
    </message>
</context>
<context>
    <name>HangDialog</name>
    <message>
        <source>张贴登记</source>
        <translation>Record hanging</translation>
    </message>
</context>
<context>
    <name>HangForm</name>
    <message>
        <source>登记张贴</source>
        <translation>Record hanging</translation>
    </message>
    <message>
        <source>贴在哪里</source>
        <translation>Where it hangs</translation>
    </message>
    <message>
        <source>张贴日期</source>
        <translation>Hung on</translation>
    </message>
    <message>
        <source>贴到</source>
        <translation>Hangs until</translation>
    </message>
    <message>
        <source>谁贴的</source>
        <translation>Who hung it</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Remark</translation>
    </message>
</context>
<context>
    <name>HeadingForm</name>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>来自</source>
        <translation>From</translation>
    </message>
    <message>
        <source>兑换点</source>
        <translation>Outlet</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>退给</source>
        <translation>Returned to</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>调出</source>
        <translation>From outlet</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>调入</source>
        <translation>To outlet</translation>
    </message>
    <message>
        <source>交货人</source>
        <translation>Handed over by</translation>
    </message>
    <message>
        <source>收货人</source>
        <translation>Received by</translation>
    </message>
    <message>
        <source>票据号</source>
        <translation>Receipt no.</translation>
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
    <name>History</name>
    <message>
        <source>还没有导入过。</source>
        <translation>Nothing has been imported yet.</translation>
    </message>
    <message>
        <source>撤销所选的导入</source>
        <translation>Undo the chosen import</translation>
    </message>
    <message>
        <source>导入过的</source>
        <translation>Imports so far</translation>
    </message>
    <message>
        <source>导入后 30 天内可以整批撤销。</source>
        <translation>An import can be undone as a whole for 30 days.</translation>
    </message>
    <message>
        <source>第 {number} 批已经撤销了。</source>
        <translation>Batch {number} is already undone.</translation>
    </message>
    <message>
        <source>第 {number} 批已满 30 天，不能整批撤销。</source>
        <translation>Batch {number} is 30 days old and cannot be undone as a whole.</translation>
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
        <source>每一行右边最多一个按钮，按它就到办事的那一页。</source>
        <translation>A line has at most one button; it takes you to the page for the job.</translation>
    </message>
    <message>
        <source>记错了不用慌：在“最近操作”里按冲销，写明原因，原来那笔会留痕。</source>
        <translation>A wrong entry is no trouble: reverse it under “Latest acts” and say why. The old line stays visible.</translation>
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
    <message>
        <source>操作记录</source>
        <translation>Activity log</translation>
    </message>
    <message>
        <source>各栏照村里的节奏来：☐ 是等着办的事，☑ 是办好的；节奏在“积分规矩”里改。</source>
        <translation>The columns follow the village&apos;s rhythm: ☐ waits to be done, ☑ is done; the rhythm is set in “Points policy”.</translation>
    </message>
    <message>
        <source>另有 {count} 件没列出来，办完上面的就会出来。</source>
        <translation>{count} more are not listed; they come up when those above are done.</translation>
    </message>
    <message>
        <source>现在没有要办的事。</source>
        <translation>Nothing to do now.</translation>
    </message>
    <message>
        <source>下一件：{what}。</source>
        <translation> Next: {what}.</translation>
    </message>
</context>
<context>
    <name>Hosted</name>
    <message>
        <source>红事</source>
        <translation>Wedding</translation>
    </message>
    <message>
        <source>白事</source>
        <translation>Funeral</translation>
    </message>
    <message>
        <source>喜庆事</source>
        <translation>Feast</translation>
    </message>
    <message>
        <source>已结</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>已撤回</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>已并入</source>
        <translation>Joined</translation>
    </message>
    <message>
        <source>在办</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>申报 {tables}</source>
        <translation>{tables} declared</translation>
    </message>
    <message>
        <source>申报 {tables}，实际 {actual}</source>
        <translation>{tables} declared, {actual} found</translation>
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
        <source>上面一排按钮是这户的存折：★ 红折归党员，● 绿折归户；按一下看它的流水。</source>
        <translation>The buttons above are the household&apos;s passbooks: ★ red for a party member, ● green for the household. Press one to see its lines.</translation>
    </message>
    <message>
        <source>记错的行不能改也不能删：选中它按“冲销所选行”，写明原因，会另记一行红字。</source>
        <translation>A wrong line is neither changed nor deleted: choose it, press “Reverse the line” and say why; a red line is added.</translation>
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
    <message>
        <source>这户还没有变更。</source>
        <translation>Nothing has changed in this household yet.</translation>
    </message>
    <message>
        <source>办理…</source>
        <translation>Record a change…</translation>
    </message>
    <message>
        <source>“办理…”登记这户的变动：新生、去世、换户主、迁入迁出、分户并户等，都会写进变更记录。</source>
        <translation>“Record a change…” is for what happens in the household: birth, death, a new head, moving in or out, split, merge. All of it goes into its changes.</translation>
    </message>
    <message>
        <source>{year} 年生</source>
        <translation>born {year}</translation>
    </message>
    <message>
        <source>户主 {about}</source>
        <translation>Head {about}</translation>
    </message>
    <message>
        <source>变更记录 {count} 条</source>
        <translation>Changes: {count}</translation>
    </message>
    <message>
        <source>{name}&#x3000;党员</source>
        <translation>{name}&#x3000;Party member</translation>
    </message>
    <message>
        <source>在村计分</source>
        <translation>Here, earns points</translation>
    </message>
    <message>
        <source>在村不计分</source>
        <translation>Here, no points</translation>
    </message>
    <message>
        <source>看更早的</source>
        <translation>Show earlier ones</translation>
    </message>
    <message>
        <source> 绿折 已收起</source>
        <translation> green passbook, closed</translation>
    </message>
    <message>
        <source>{figures}&#x3000;待审 {pending} 分，还不能用</source>
        <translation>{figures}&#x3000;{pending} points await review, not usable yet</translation>
    </message>
    <message>
        <source>这本存折已收起，不能再记分。</source>
        <translation>This passbook is closed and takes no more points.</translation>
    </message>
    <message>
        <source>存折册</source>
        <translation>Books</translation>
    </message>
    <message>
        <source>登折</source>
        <translation>Update book</translation>
    </message>
    <message>
        <source>{figures}&#x3000;未登折 {count} 行</source>
        <translation>{figures}&#x3000;Unprinted {count}</translation>
    </message>
    <message>
        <source>这户还没有报备过红白事。</source>
        <translation>This household has filed no events yet.</translation>
    </message>
    <message>
        <source>红白事 {count} 件</source>
        <translation>Events: {count}</translation>
    </message>
    <message>
        <source>去兑换登记</source>
        <translation>Redemption register</translation>
    </message>
</context>
<context>
    <name>HouseholdsGroup</name>
    <message>
        <source>分户和并户</source>
        <translation>Splits and merges</translation>
    </message>
    <message>
        <source>定了就照这个先选好，哪一户另有商量，办的时候还可以另选。</source>
        <translation>What is decided here is chosen beforehand; for a household with another agreement it can still be chosen otherwise.</translation>
    </message>
    <message>
        <source>没有定，每次再选</source>
        <translation>Not decided, ask each time</translation>
    </message>
    <message>
        <source>都留在原来的存折</source>
        <translation>All stay in the old passbook</translation>
    </message>
    <message>
        <source>按人头分</source>
        <translation>Divide by head</translation>
    </message>
    <message>
        <source>按商量好的数分</source>
        <translation>Divide as agreed</translation>
    </message>
    <message>
        <source>先冻结，商量好再转</source>
        <translation>Hold now, move once agreed</translation>
    </message>
    <message>
        <source>全部转过去，基础分不转</source>
        <translation>All go along, base points stay</translation>
    </message>
    <message>
        <source>全部转过去，基础分也转</source>
        <translation>All go along, base points too</translation>
    </message>
    <message>
        <source>按商量好的数转</source>
        <translation>As was agreed</translation>
    </message>
    <message>
        <source>分户的积分</source>
        <translation>Points at a split</translation>
    </message>
    <message>
        <source>并户的积分</source>
        <translation>Points at a merge</translation>
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
    <message>
        <source>商铺和单位</source>
        <translation>Shops and units</translation>
    </message>
    <message>
        <source>打印花名册</source>
        <translation>Print the roster</translation>
    </message>
    <message>
        <source>导出 Excel</source>
        <translation>Export to Excel</translation>
    </message>
    <message>
        <source>★ 红折是党员的，● 绿折是户的；可用分是绿折上能兑换的分。打印、导出的是左边选的网格。</source>
        <translation>★ Red books belong to party members, ● green books to households; spendable are the points of the green book that can be redeemed. Print and export take the grid chosen on the left.</translation>
    </message>
    <message>
        <source>已存为 {name}。</source>
        <translation>Saved as {name}.</translation>
    </message>
    <message>
        <source>{range}：要哪一份？</source>
        <translation>{range}: which one?</translation>
    </message>
    <message>
        <source>花名册，号码打码</source>
        <translation>Roster, numbers masked</translation>
    </message>
    <message>
        <source>花名册，号码写全</source>
        <translation>Roster, numbers in full</translation>
    </message>
    <message>
        <source>打卡表</source>
        <translation>Check-in sheet</translation>
    </message>
    <message>
        <source>打码的不含人员类别和备注，改好可以再导入。写全的要写明原因。打卡表每个网格一张。</source>
        <translation>The masked one leaves out personal categories and remarks and can be imported again. The full one needs a reason. Check-in sheets come one a grid.</translation>
    </message>
    <message>
        <source>{range}花名册.xlsx</source>
        <translation>Roster {range}.xlsx</translation>
    </message>
    <message>
        <source>正在写花名册…</source>
        <translation>Writing the roster…</translation>
    </message>
    <message>
        <source>号码写全</source>
        <translation>Numbers in full</translation>
    </message>
    <message>
        <source>这份花名册有全部身份证号、电话、人员类别和备注。写明给谁、做什么用，会记下来。</source>
        <translation>This roster holds all ID and phone numbers, personal categories and remarks. Say for whom and what it is for; this is recorded.</translation>
    </message>
    <message>
        <source>写全导出</source>
        <translation>Export in full</translation>
    </message>
    <message>
        <source>{range}花名册（全号）.xlsx</source>
        <translation>Roster {range} (full numbers).xlsx</translation>
    </message>
    <message>
        <source>{range}打卡表.xlsx</source>
        <translation>Check-in sheet {range}.xlsx</translation>
    </message>
    <message>
        <source>正在写打卡表…</source>
        <translation>Writing the check-in sheet…</translation>
    </message>
    <message>
        <source>Excel 表格</source>
        <translation>Excel workbook</translation>
    </message>
    <message>
        <source>在村</source>
        <translation>Here</translation>
    </message>
    <message>
        <source>已迁出</source>
        <translation>Gone</translation>
    </message>
    <message>
        <source>联系户</source>
        <translation>Linked households</translation>
    </message>
    <message>
        <source>网格和楼栋</source>
        <translation>Grids and buildings</translation>
    </message>
    <message>
        <source>新建户</source>
        <translation>New household</translation>
    </message>
    <message>
        <source>没有迁出、注销或并走的户。</source>
        <translation>No household moved out, was deregistered or merged.</translation>
    </message>
    <message>
        <source>已迁出、注销、并走的</source>
        <translation>Moved out, deregistered, merged</translation>
    </message>
    <message>
        <source>看在村的户</source>
        <translation>Households here</translation>
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
        <translation>See households</translation>
    </message>
    <message>
        <source>正在读取“{file}”…</source>
        <translation>Reading “{file}”…</translation>
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
        <source>选表格、拖进来，或在 WPS 里复制几行到这里按 Ctrl+V；认不准的列会请您看一眼。</source>
        <translation>Choose a sheet, drop it here, or copy rows in WPS and press Ctrl+V; you are asked about columns that are unclear.</translation>
    </message>
    <message>
        <source>“修正”里每一处都有一键办法：Alt+1、Alt+2 用办法，Enter 改格子，Ctrl+Z 撤回，F8 往下走。</source>
        <translation>In “Fix” every place has quick fixes: Alt+1 and Alt+2 use one, Enter changes the cell, Ctrl+Z takes back, F8 goes on.</translation>
    </message>
    <message>
        <source>按导入才写进去；不对就按撤销本次导入，30 天内可以整批退回。</source>
        <translation>Nothing is written before you press Import; if it was wrong, “Undo this import” takes it all back for 30 days.</translation>
    </message>
    <message>
        <source>已存为“{file}”。</source>
        <translation>Saved as “{file}”.</translation>
    </message>
    <message>
        <source>导入 {count} 户  F8</source>
        <translation>Import {count} households  F8</translation>
    </message>
    <message>
        <source>导入 {count} 家  F8</source>
        <translation>Import {count} shops and units  F8</translation>
    </message>
    <message>
        <source>导入 {count} 个账户  F8</source>
        <translation>Import {count} accounts  F8</translation>
    </message>
    <message>
        <source>表格</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>剪贴板里没有行。请先在 WPS 里选中几行连同表头，按 Ctrl+C。</source>
        <translation>There are no rows to paste. Choose rows with their header in WPS and press Ctrl+C first.</translation>
    </message>
    <message>
        <source>下载花名册模板</source>
        <translation>Save a roster template</translation>
    </message>
    <message>
        <source>花名册模板.xlsx</source>
        <translation>Roster template.xlsx</translation>
    </message>
    <message>
        <source>不导入的行另存为 Excel</source>
        <translation>Save the rows left out as Excel</translation>
    </message>
    <message>
        <source>没有导入的行.xlsx</source>
        <translation>Rows left out.xlsx</translation>
    </message>
    <message>
        <source>上一步</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>粘贴复制的行</source>
        <translation>Paste copied rows</translation>
    </message>
    <message>
        <source>下一步  F8</source>
        <translation>Next  F8</translation>
    </message>
    <message>
        <source>您选了这一行不导入。</source>
        <translation>You chose to leave out this row.</translation>
    </message>
    <message>
        <source>已停下，什么也没有写进去。</source>
        <translation>Stopped; nothing was written.</translation>
    </message>
    <message>
        <source>看商铺和单位</source>
        <translation>Show shops and units</translation>
    </message>
</context>
<context>
    <name>ImportingStep</name>
    <message>
        <source>正在导入</source>
        <translation>Importing</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>要么全部写进去，要么一条也不写。</source>
        <translation>Either everything is written or nothing.</translation>
    </message>
    <message>
        <source>已写 {done} / {total} 户</source>
        <translation>Written: {done} / {total} households</translation>
    </message>
    <message>
        <source>正在停下，什么也不会写进去…</source>
        <translation>Stopping, nothing will be written…</translation>
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
    <message>
        <source>已撤销：撤回红白事 {withdrawn} 件，报备记录还在。</source>
        <translation>Undone: {withdrawn} events withdrawn, their filings stay on record.</translation>
    </message>
    <message>
        <source>已撤销：{retired} 样物品下架，期初库存收回。</source>
        <translation>Undone: {retired} kinds of goods taken off, their opening stock taken back.</translation>
    </message>
</context>
<context>
    <name>IssueForm</name>
    <message>
        <source>发折</source>
        <translation>Issue passbook</translation>
    </message>
    <message>
        <source>{book}用哪种折样</source>
        <translation>{book}: kind of book</translation>
    </message>
    <message>
        <source>空着就按村里的规则编号；折上印好了号的，照着写。</source>
        <translation>Left empty it is numbered by the village&apos;s rule; if the book has a printed number, copy it.</translation>
    </message>
    <message>
        <source>存折号</source>
        <translation>Book no.</translation>
    </message>
    <message>
        <source>列出的 {count} 个账号各一本</source>
        <translation>one for each account listed ({count})</translation>
    </message>
    <message>
        <source>正在发 {count} 本，请等一下…</source>
        <translation>Issuing {count} passbooks, please wait…</translation>
    </message>
</context>
<context>
    <name>IssueStep</name>
    <message>
        <source>{title}，共 {rows} 行，今天发布就挂到 {until}。发布后编号和每一行不再变。</source>
        <translation>{title}, {rows} lines: issued today it hangs until {until}. Once issued, number and lines change no more.</translation>
    </message>
    <message>
        <source>{title}要过了 {last} 才能发布，现在只能看校样。</source>
        <translation>{title} can be issued after {last}; for now there is only the proof.</translation>
    </message>
    <message>
        <source>已发布，编号 {number}。打印贴好以后，在这里登记。</source>
        <translation>Issued, number {number}. Print it, hang it, then record it here.</translation>
    </message>
</context>
<context>
    <name>ItemDialog</name>
    <message>
        <source>放进草稿</source>
        <translation>Put into the draft</translation>
    </message>
    <message>
        <source>添一项</source>
        <translation>Add an item</translation>
    </message>
    <message>
        <source>改 {code} {name}</source>
        <translation>Change {code} {name}</translation>
    </message>
    <message>
        <source>能记分</source>
        <translation>On</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>可以选，也可以自己写。</source>
        <translation>Choose one or write your own.</translation>
    </message>
    <message>
        <source>分值</source>
        <translation>Points</translation>
    </message>
    <message>
        <source>如 10、-2、5分/次、5-10分、2分/小时；没议定就空着。</source>
        <translation>Like 10, -2, 5 a time, 5-10, 2 an hour; empty while it is not decided.</translation>
    </message>
    <message>
        <source>记入</source>
        <translation>Goes into</translation>
    </message>
    <message>
        <source>上限</source>
        <translation>Cap</translation>
    </message>
    <message>
        <source>照会议的原话写，如 每天1次、每月不超过20分。</source>
        <translation>In the meeting&apos;s own words, such as once a day, at most 20 points a month.</translation>
    </message>
    <message>
        <source>程序按</source>
        <translation>Applied as</translation>
    </message>
    <message>
        <source>认定方式</source>
        <translation>How it is decided</translation>
    </message>
    <message>
        <source>依据材料</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>要看什么才能记，如 照片、证书、签到表。</source>
        <translation>What must be seen, such as a photo, certificate, sign-in sheet.</translation>
    </message>
    <message>
        <source>积分用途</source>
        <translation>Use of the points</translation>
    </message>
    <message>
        <source>一票否决</source>
        <translation>Veto</translation>
    </message>
    <message>
        <source>否决期限</source>
        <translation>Term of the veto</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>编码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>三位数字，空着由程序给。用过的编码不能改给别的事。</source>
        <translation>Three digits; empty lets the program give one. A used code never goes to another deed.</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>“{words}”看不准，程序不会按它限。</source>
        <translation>“{words}” is not clear; the program sets no limit by it.</translation>
    </message>
    <message>
        <source>“{words}”程序数不了，由人把关。</source>
        <translation>The program cannot count “{words}”; people watch over it.</translation>
    </message>
    <message>
        <source>限额是自己填的，请和上面的话对一对。</source>
        <translation>The limits were typed by hand; compare them with the words above.</translation>
    </message>
    <message>
        <source>“{words}”没写按什么期限，先按一直累计，请核对。</source>
        <translation>“{words}” names no period; it is taken as in all for now, please check.</translation>
    </message>
    <message>
        <source>上面的话看懂了，程序就这样限。</source>
        <translation>The words above are understood; the program applies them.</translation>
    </message>
    <message>
        <source>村里用着的</source>
        <translation>In use here</translation>
    </message>
    <message>
        <source>五类</source>
        <translation>Five areas</translation>
    </message>
    <message>
        <source>九类</source>
        <translation>Nine areas</translation>
    </message>
    <message>
        <source>—— {heading} ——</source>
        <translation>—— {heading} ——</translation>
    </message>
</context>
<context>
    <name>LayoutCanvas</name>
    <message>
        <source>折页上的位置</source>
        <translation>Places on the page</translation>
    </message>
</context>
<context>
    <name>LayoutForm</name>
    <message>
        <source>页末写“过次页”，下页写“承前页”</source>
        <translation>Carry forward from page to page</translation>
    </message>
    <message>
        <source>摊开打：左右两页一起进打印机</source>
        <translation>Flat: both pages go in together</translation>
    </message>
    <message>
        <source>左</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>中</source>
        <translation>Centre</translation>
    </message>
    <message>
        <source>右</source>
        <translation>Right</translation>
    </message>
    <message>
        <source>这种折</source>
        <translation>This kind</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>颜色</source>
        <translation>Colour</translation>
    </message>
    <message>
        <source>纸面</source>
        <translation>Surface</translation>
    </message>
    <message>
        <source>页和行</source>
        <translation>Pages and lines</translation>
    </message>
    <message>
        <source>毫米</source>
        <translation>mm</translation>
    </message>
    <message>
        <source>页宽、高</source>
        <translation>Page size</translation>
    </message>
    <message>
        <source>记账页</source>
        <translation>Entry pages</translation>
    </message>
    <message>
        <source>页，每页</source>
        <translation>pages of</translation>
    </message>
    <message>
        <source>行</source>
        <translation>lines</translation>
    </message>
    <message>
        <source>第 1 行</source>
        <translation>Line 1</translation>
    </message>
    <message>
        <source>毫米，到纸上边</source>
        <translation>mm from the top edge</translation>
    </message>
    <message>
        <source>行距</source>
        <translation>Line spacing</translation>
    </message>
    <message>
        <source>骑缝</source>
        <translation>Fold</translation>
    </message>
    <message>
        <source>第</source>
        <translation>after line</translation>
    </message>
    <message>
        <source>行后空</source>
        <translation>leave</translation>
    </message>
    <message>
        <source>页宽</source>
        <translation>Page width</translation>
    </message>
    <message>
        <source>页高</source>
        <translation>Page height</translation>
    </message>
    <message>
        <source>页数</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>每页行数</source>
        <translation>Lines a page</translation>
    </message>
    <message>
        <source>骑缝在第几行后</source>
        <translation>Fold after line</translation>
    </message>
    <message>
        <source>骑缝空几行</source>
        <translation>Lines left empty at the fold</translation>
    </message>
    <message>
        <source>栏（左、宽是毫米）</source>
        <translation>Columns (left, width in mm)</translation>
    </message>
    <message>
        <source>宽</source>
        <translation>Width</translation>
    </message>
    <message>
        <source>字靠</source>
        <translation>Align</translation>
    </message>
    <message>
        <source>字号</source>
        <translation>Size</translation>
    </message>
</context>
<context>
    <name>LedgerPage</name>
    <message>
        <source>积分录入</source>
        <translation>Points entry</translation>
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
        <source>表格：一行一笔，回车往右走，.. 同上一行，分值可以写 5*3，从 WPS 复制的行直接粘贴。</source>
        <translation>Table: a deed a row, Enter goes right, .. repeats the row above, points may be 5*3; rows copied from WPS are pasted.</translation>
    </message>
    <message>
        <source>记错了：按提示里的撤销，或在“最近操作”里整批冲销、整批改事项；原来的行会留痕。</source>
        <translation>A mistake: Undo in the message, or reverse or move the whole act under Recent acts; the old lines stay to be seen.</translation>
    </message>
    <message>
        <source>有 {count} 户已不在这里，没有勾上：{names}</source>
        <translation>{count} households are no longer here and not ticked: {names}</translation>
    </message>
    <message>
        <source>一次最多 {most} 行，后面 {lines} 行没有贴上。先保存，再贴。</source>
        <translation>At most {most} rows at a time; the last {lines} found no room. Save first, then paste on.</translation>
    </message>
    <message>
        <source>这份表里没有找到签到的人。表头要有“姓名”或“户主”，到场一列要打勾。</source>
        <translation>Nobody who signed in was found on this sheet. It needs a title 姓名 or 户主 and ticks in a column.</translation>
    </message>
    <message>
        <source>签到表</source>
        <translation>Sign-in sheet</translation>
    </message>
    <message>
        <source>这份文件里有 {count} 张签到表，用哪一张？</source>
        <translation>There are {count} sign-in sheets in this file; which one?</translation>
    </message>
    <message>
        <source>上次那一批已经记好了，不用再记。</source>
        <translation>The last act is entered already, no need to do it again.</translation>
    </message>
    <message>
        <source>已撤销 {lines} 笔。</source>
        <translation>{lines} lines undone.</translation>
    </message>
    <message>
        <source>已改成“{item}”：{lines} 笔 {total}</source>
        <translation>Now “{item}”: {lines} lines {total}</translation>
    </message>
    <message>
        <source>仍要记</source>
        <translation>Enter all the same</translation>
    </message>
    <message>
        <source>{count} 进入待审 {total}</source>
        <translation>{count} await review {total}</translation>
    </message>
    <message>
        <source>{count} 进入待审，审核以后才算数。</source>
        <translation>{count} await review and count after it.</translation>
    </message>
    <message>
        <source>去审核</source>
        <translation>Go to review</translation>
    </message>
    <message>
        <source>常用</source>
        <translation>Usual</translation>
    </message>
    <message>
        <source>打卡表…</source>
        <translation>Sheet…</translation>
    </message>
    <message>
        <source>审核</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>表格</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>选签到表或打卡表</source>
        <translation>Choose a sign-in or check-in sheet</translation>
    </message>
    <message>
        <source>{count} 笔 {total}</source>
        <translation>{count} lines {total}</translation>
    </message>
</context>
<context>
    <name>LendForm</name>
    <message>
        <source>事主或户主、编号</source>
        <translation>Host, head or number</translation>
    </message>
    <message>
        <source>{name}（能借 {free} {unit}）</source>
        <translation>{name} ({free} {unit} free)</translation>
    </message>
    <message>
        <source>借出物品</source>
        <translation>Lend item</translation>
    </message>
    <message>
        <source>借给</source>
        <translation>Borrower</translation>
    </message>
    <message>
        <source>物品</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>数量</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>领取人</source>
        <translation>Taken by</translation>
    </message>
    <message>
        <source>借出日期</source>
        <translation>Lent on</translation>
    </message>
    <message>
        <source>应还日期</source>
        <translation>Due back</translation>
    </message>
    <message>
        <source>红白事留空，就是办完的第二天。</source>
        <translation>Left empty for an event: the day after it ends.</translation>
    </message>
</context>
<context>
    <name>LendingView</name>
    <message>
        <source>还没有登记物品。桌椅、灶具、帐篷都可以。</source>
        <translation>No items yet. Tables, chairs, stoves and tents all fit.</translation>
    </message>
    <message>
        <source>添物品</source>
        <translation>Add item</translation>
    </message>
    <message>
        <source>没有借在外面的。</source>
        <translation>Nothing is out.</translation>
    </message>
    <message>
        <source>借出</source>
        <translation>Lend</translation>
    </message>
    <message>
        <source>在外</source>
        <translation>Out</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>借在外面 {out} 笔，过期未还 {overdue} 笔</source>
        <translation>Loans out: {out}, overdue: {overdue}</translation>
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
    <name>LifeActs</name>
    <message>
        <source>加人</source>
        <translation>Joining</translation>
    </message>
    <message>
        <source>走人</source>
        <translation>Leaving</translation>
    </message>
    <message>
        <source>改资料</source>
        <translation>Facts</translation>
    </message>
    <message>
        <source>整户</source>
        <translation>Whole household</translation>
    </message>
    <message>
        <source>走的是户主，要选新户主，各人关系跟着变。</source>
        <translation>If the head leaves, choose a new one; the relations follow.</translation>
    </message>
    <message>
        <source>新生</source>
        <translation>Birth</translation>
    </message>
    <message>
        <source>孩子出生，从出生那天起是这一户的人。</source>
        <translation>A child is born and belongs to the household from that day.</translation>
    </message>
    <message>
        <source>从村外嫁来，或从本村另一户嫁来。</source>
        <translation>From outside the village or from another household here.</translation>
    </message>
    <message>
        <source>册里没有的人迁来，或补上漏登的人。</source>
        <translation>Somebody who is not in the roster moves in, or was forgotten.</translation>
    </message>
    <message>
        <source>本人迁回</source>
        <translation>Comes back</translation>
    </message>
    <message>
        <source>以前迁出的人回来，接着用原来的资料。</source>
        <translation>Somebody who moved out comes back, with the facts of before.</translation>
    </message>
    <message>
        <source>租住</source>
        <translation>Tenant moves in</translation>
    </message>
    <message>
        <source>租客住进来，居住状态记为租住。</source>
        <translation>A tenant moves in and is recorded as such.</translation>
    </message>
    <message>
        <source>去世</source>
        <translation>Death</translation>
    </message>
    <message>
        <source>嫁出村</source>
        <translation>Marries out</translation>
    </message>
    <message>
        <source>迁出村</source>
        <translation>Moves out</translation>
    </message>
    <message>
        <source>搬到别的户</source>
        <translation>Moves within</translation>
    </message>
    <message>
        <source>去本村另一户，两户的变更记录都会写上。</source>
        <translation>To another household here; it goes into the changes of both.</translation>
    </message>
    <message>
        <source>退租</source>
        <translation>Tenant leaves</translation>
    </message>
    <message>
        <source>注销个人户口</source>
        <translation>Person deregistered</translation>
    </message>
    <message>
        <source>换户主</source>
        <translation>New head</translation>
    </message>
    <message>
        <source>下面列出各人与新户主的关系，不对的可以改。存折一并交接。</source>
        <translation>Below is what each becomes to the new head; change what is wrong. The passbook goes over too.</translation>
    </message>
    <message>
        <source>改人员资料</source>
        <translation>Correct a person</translation>
    </message>
    <message>
        <source>改本户资料</source>
        <translation>Correct the household</translation>
    </message>
    <message>
        <source>门牌、住址写错了在这里改；搬家请用“换网格或楼栋”。</source>
        <translation>For a wrong house number or address. If they moved, use “New grid or building”.</translation>
    </message>
    <message>
        <source>居住状态</source>
        <translation>Residence</translation>
    </message>
    <message>
        <source>在册、常住、人户分离、空挂、流出、租住。</source>
        <translation>Registered, usual, lives elsewhere, registered only, away, tenant.</translation>
    </message>
    <message>
        <source>党员身份</source>
        <translation>Party membership</translation>
    </message>
    <message>
        <source>新党员会开一本红折；流动、报到也在这里登记。</source>
        <translation>A new member gets a red book; migrant and reporting members are recorded here too.</translation>
    </message>
    <message>
        <source>人员类别</source>
        <translation>Personal category</translation>
    </message>
    <message>
        <source>低保、残疾等，只在这里和按“显示”时看得到，不上公示。</source>
        <translation>Low income, disability and so on: seen only here and on “Show”, never on a notice.</translation>
    </message>
    <message>
        <source>是否计分</source>
        <translation>Earns points or not</translation>
    </message>
    <message>
        <source>不计分以后存折还在，只是不再参加积分。</source>
        <translation>The passbook stays, but no points are entered any more.</translation>
    </message>
    <message>
        <source>换网格或楼栋</source>
        <translation>New grid or building</translation>
    </message>
    <message>
        <source>整户搬到别的网格、小区或楼栋，户编号和账号不变。</source>
        <translation>The household moves to another grid, estate or building; code and account stay.</translation>
    </message>
    <message>
        <source>分户</source>
        <translation>Split household</translation>
    </message>
    <message>
        <source>几个人分出去另立一户，积分按村里的规矩分。</source>
        <translation>Some of them found a household of their own; points follow the village&apos;s rule.</translation>
    </message>
    <message>
        <source>并户</source>
        <translation>Merge households</translation>
    </message>
    <message>
        <source>全家并到另一户，本户的存折转过去收起。</source>
        <translation>All join another household; this one&apos;s passbook is moved and closed.</translation>
    </message>
    <message>
        <source>整户迁出</source>
        <translation>Household moves out</translation>
    </message>
    <message>
        <source>全家离村，从那天起不再计分；以后可以迁回，记录和积分都留着。</source>
        <translation>All leave the village and earn no points from that day. They can come back: record and points stay.</translation>
    </message>
    <message>
        <source>注销本户</source>
        <translation>Deregister household</translation>
    </message>
    <message>
        <source>这一户不再有了，先说好积分归谁。</source>
        <translation>The household ends. Say first who gets its points.</translation>
    </message>
    <message>
        <source>整户迁回</source>
        <translation>Household comes back</translation>
    </message>
    <message>
        <source>全家回村，迁出前计分的接着计分。</source>
        <translation>All come back; points go on as before.</translation>
    </message>
    <message>
        <source>解冻积分</source>
        <translation>Release held points</translation>
    </message>
    <message>
        <source>把收起的存折里冻结的积分，转给商量好的那一户。</source>
        <translation>Moves the points held in a closed passbook to the household agreed on.</translation>
    </message>
    <message>
        <source>新建户</source>
        <translation>New household</translation>
    </message>
    <message>
        <source>先立户主，其他人存好以后再加。户编号留空就接着往下编。</source>
        <translation>Begin with the head and add the others after saving. Without a code the next one is taken.</translation>
    </message>
    <message>
        <source>嫁入</source>
        <translation>Marries in</translation>
    </message>
    <message>
        <source>迁入或新增</source>
        <translation>Moves in, added</translation>
    </message>
    <message>
        <source>只改要改的，其余照旧。</source>
        <translation>Change only what must change, the rest stays.</translation>
    </message>
</context>
<context>
    <name>LifeForm</name>
    <message>
        <source>请选</source>
        <translation>Choose</translation>
    </message>
    <message>
        <source>户主姓名、首字母、门牌、户编号</source>
        <translation>Head, initials, house no. or code</translation>
    </message>
    <message>
        <source>没有找到这一户</source>
        <translation>No such household</translation>
    </message>
    <message>
        <source>姓名、首字母、电话尾号</source>
        <translation>Name, initials or end of the phone</translation>
    </message>
    <message>
        <source>没有找到这个人</source>
        <translation>No such person</translation>
    </message>
    <message>
        <source>谁</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>来处</source>
        <translation>From</translation>
    </message>
    <message>
        <source>来人</source>
        <translation>Who comes</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>性别</source>
        <translation>Sex</translation>
    </message>
    <message>
        <source>出生日期</source>
        <translation>Date of birth</translation>
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
        <source>与户主关系</source>
        <translation>Relation to head</translation>
    </message>
    <message>
        <source>居住状态</source>
        <translation>Residence</translation>
    </message>
    <message>
        <source>新户主</source>
        <translation>New head</translation>
    </message>
    <message>
        <source>各人关系</source>
        <translation>Relations</translation>
    </message>
    <message>
        <source>哪一户</source>
        <translation>Household</translation>
    </message>
    <message>
        <source>网格或楼栋</source>
        <translation>Grid or building</translation>
    </message>
    <message>
        <source>户编号</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>门牌</source>
        <translation>House no.</translation>
    </message>
    <message>
        <source>住址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>民族</source>
        <translation>Ethnic group</translation>
    </message>
    <message>
        <source>文化程度</source>
        <translation>Schooling</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>加或去</source>
        <translation>Add or remove</translation>
    </message>
    <message>
        <source>变更</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>党员身份</source>
        <translation>Membership</translation>
    </message>
    <message>
        <source>流动或报到</source>
        <translation>Standing</translation>
    </message>
    <message>
        <source>是否计分</source>
        <translation>Earns points</translation>
    </message>
    <message>
        <source>哪本存折</source>
        <translation>Passbook</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>去世日期</source>
        <translation>Date of death</translation>
    </message>
    <message>
        <source>户主姓名</source>
        <translation>Head</translation>
    </message>
    <message>
        <source>网格</source>
        <translation>Grid</translation>
    </message>
    <message>
        <source>转给哪户</source>
        <translation>Goes to</translation>
    </message>
    <message>
        <source>与那户户主</source>
        <translation>Relation to head there</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>男</source>
        <translation>Male</translation>
    </message>
    <message>
        <source>女</source>
        <translation>Female</translation>
    </message>
    <message>
        <source>从村外来，册里没有</source>
        <translation>From outside, not in the roster</translation>
    </message>
    <message>
        <source>册里的人</source>
        <translation>Somebody in the roster</translation>
    </message>
    <message>
        <source>加上</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>去掉</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>入党（预备）</source>
        <translation>Joins the party (probationary)</translation>
    </message>
    <message>
        <source>转正</source>
        <translation>Becomes a full member</translation>
    </message>
    <message>
        <source>组织关系转入</source>
        <translation>Membership moves in</translation>
    </message>
    <message>
        <source>流动或报到变更</source>
        <translation>Standing changes</translation>
    </message>
    <message>
        <source>组织关系转出</source>
        <translation>Membership moves out</translation>
    </message>
    <message>
        <source>不再是党员</source>
        <translation>No longer a member</translation>
    </message>
    <message>
        <source>正式党员</source>
        <translation>Full member</translation>
    </message>
    <message>
        <source>预备党员</source>
        <translation>Probationary member</translation>
    </message>
    <message>
        <source>在村党员</source>
        <translation>Member in the village</translation>
    </message>
    <message>
        <source>流动党员</source>
        <translation>Migrant member</translation>
    </message>
    <message>
        <source>报到党员</source>
        <translation>Reporting member</translation>
    </message>
    <message>
        <source>计分</source>
        <translation>Earns points</translation>
    </message>
    <message>
        <source>不计分</source>
        <translation>Earns no points</translation>
    </message>
    <message>
        <source>{number}&#x3000;可用 {points} 分</source>
        <translation>{number}&#x3000;Spendable {points}</translation>
    </message>
    <message>
        <source>不改就留空；没有了写“无”。</source>
        <translation>Empty leaves it as it is; write 无 where there is none any more.</translation>
    </message>
</context>
<context>
    <name>LifePage</name>
    <message>
        <source>办理</source>
        <translation>Record a change</translation>
    </message>
    <message>
        <source>办什么</source>
        <translation>What happened</translation>
    </message>
    <message>
        <source>在左边选要办的事。</source>
        <translation>Choose what happened on the left.</translation>
    </message>
    <message>
        <source>左边用 ↑ ↓ 选要办的事，按 Enter 到右边填表；Ctrl+Enter 保存，Esc 返回。</source>
        <translation>↑ and ↓ choose what happened, Enter goes to the form, Ctrl+Enter saves, Esc goes back.</translation>
    </message>
    <message>
        <source>日期是事情发生的那天，从那天起算；补记以前的事写以前的日期。</source>
        <translation>The date is the day it happened and counts from then; for something earlier give the earlier day.</translation>
    </message>
    <message>
        <source>每件事都会写进这一户的变更记录，写明原因和经手人。</source>
        <translation>Everything goes into the household&apos;s changes, with its reason and who handled it.</translation>
    </message>
    <message>
        <source>{head}户&#x3000;{code}&#x3000;办理</source>
        <translation>{head}&#x3000;{code}&#x3000;Record a change</translation>
    </message>
    <message>
        <source>已登记：{act}。</source>
        <translation>Recorded: {act}.</translation>
    </message>
    <message>
        <source>这一户已不在村，没有可办的事；记录和存折都还看得到。</source>
        <translation>This household is no longer here, nothing can be recorded. Its record and passbooks can still be seen.</translation>
    </message>
    <message>
        <source>户 {code} 的{name}也是这个身份证号。请照证件核对。</source>
        <translation>{name} of household {code} has this ID number, too. Please look at the card.</translation>
    </message>
    <message>
        <source>户 {code} 已经有一位{name}，别登记了两遍。</source>
        <translation>Household {code} has a {name} already; do not enter somebody twice.</translation>
    </message>
    <message>
        <source>是不是同一个人？</source>
        <translation>Is it the same person?</translation>
    </message>
    <message>
        <source>照样登记</source>
        <translation>Enter all the same</translation>
    </message>
</context>
<context>
    <name>LimitsBox</name>
    <message>
        <source>添一条限额</source>
        <translation>Add a limit</translation>
    </message>
</context>
<context>
    <name>LineEntry</name>
    <message>
        <source>编号、名称、首字母，或扫条码</source>
        <translation>Code, name, initials, or scan</translation>
    </message>
    <message>
        <source>没有这样物品</source>
        <translation>No such goods</translation>
    </message>
    <message>
        <source>物品</source>
        <translation>Goods</translation>
    </message>
    <message>
        <source>数量</source>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>进价（元）</source>
        <translation>Cost (yuan)</translation>
    </message>
    <message>
        <source>批次</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>加上  Enter</source>
        <translation>Add  Enter</translation>
    </message>
    <message>
        <source>{code}  {goods}（在库 {stock} {unit}）</source>
        <translation>{code}  {goods} (stock {stock} {unit})</translation>
    </message>
    <message>
        <source>每件进价（元）</source>
        <translation>Cost each (yuan)</translation>
    </message>
    <message>
        <source>可不写</source>
        <translation>Optional</translation>
    </message>
    <message>
        <source>保质期</source>
        <translation>Shelf life</translation>
    </message>
    <message>
        <source>先到期的先出</source>
        <translation>First to expire first</translation>
    </message>
    <message>
        <source>第 {number} 批&#x3000;余 {left}</source>
        <translation>Batch {number}&#x3000;{left} left</translation>
    </message>
    <message>
        <source>&#x3000;到 {day}</source>
        <translation>&#x3000;until {day}</translation>
    </message>
</context>
<context>
    <name>Links</name>
    <message>
        <source>党员联系户</source>
        <translation>Party members</translation>
    </message>
    <message>
        <source>干部</source>
        <translation>Cadres</translation>
    </message>
    <message>
        <source>村民</source>
        <translation>Villagers</translation>
    </message>
    <message>
        <source>网格员</source>
        <translation>Grid workers</translation>
    </message>
</context>
<context>
    <name>LinksPage</name>
    <message>
        <source>联系户</source>
        <translation>Linked households</translation>
    </message>
    <message>
        <source>哪一种联系</source>
        <translation>Kind of link</translation>
    </message>
    <message>
        <source>联系人姓名、首字母、电话尾号</source>
        <translation>Name, initials or end of the phone</translation>
    </message>
    <message>
        <source>没有找到这个人</source>
        <translation>No such person</translation>
    </message>
    <message>
        <source>每一户都有人联系了。</source>
        <translation>Every household has somebody.</translation>
    </message>
    <message>
        <source>还没有这一种联系。在左边选户，再找联系人。</source>
        <translation>No links of this kind yet. Choose households on the left, then find the person.</translation>
    </message>
    <message>
        <source>结束所选联系</source>
        <translation>End the chosen links</translation>
    </message>
    <message>
        <source>联系所选的户</source>
        <translation>Link the chosen households</translation>
    </message>
    <message>
        <source>先选哪一种联系：左边是还没有人联系的户，右边是已有的联系。</source>
        <translation>Choose the kind of link: on the left are households without anybody, on the right the links so far.</translation>
    </message>
    <message>
        <source>左边点几户（再点一下取消），写联系人找出是哪一位，按 F8 一起联系。</source>
        <translation>Press households on the left (once more lets go), find the person, F8 links them together.</translation>
    </message>
    <message>
        <source>右边点要结束的联系，按“结束所选联系”；都从下面的日期起算，写进户的变更记录。</source>
        <translation>Choose links on the right and press “End the chosen links”. All count from the date below and go into the household&apos;s changes.</translation>
    </message>
    <message>
        <source>{all} 户里有 {open} 户没有人联系</source>
        <translation>{open} of {all} households have nobody</translation>
    </message>
    <message>
        <source>已有 {count} 条联系</source>
        <translation>Links: {count}</translation>
    </message>
    <message>
        <source>已联系 {count} 户。</source>
        <translation>{count} households linked.</translation>
    </message>
    <message>
        <source>已结束 {count} 条联系。</source>
        <translation>{count} links ended.</translation>
    </message>
    <message>
        <source>联系人</source>
        <translation>Linked with</translation>
    </message>
    <message>
        <source>没有人联系的户</source>
        <translation>Households without anybody</translation>
    </message>
    <message>
        <source>已有的联系</source>
        <translation>Links so far</translation>
    </message>
    <message>
        <source>先在左边点要联系的户，可以点几户。</source>
        <translation>Choose one or more households on the left first.</translation>
    </message>
    <message>
        <source>请写联系人，选出是哪一位。</source>
        <translation>Write a name and choose the person.</translation>
    </message>
    <message>
        <source>先在右边点要结束的联系。</source>
        <translation>Choose the links to end on the right first.</translation>
    </message>
    <message>
        <source>找联系人</source>
        <translation>Find the contact</translation>
    </message>
</context>
<context>
    <name>ListFace</name>
    <message>
        <source>网格</source>
        <translation>Grid</translation>
    </message>
    <message>
        <source>没有找到这样的存折。</source>
        <translation>No such passbook was found.</translation>
    </message>
    <message>
        <source>扫存折，或输姓名、首字母、门牌、户编号</source>
        <translation>Scan a passbook, or name, initials, house no. or code</translation>
    </message>
    <message>
        <source>可兑</source>
        <translation>Redeemable</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>不能兑</source>
        <translation>Cannot redeem</translation>
    </message>
    <message>
        <source>全村</source>
        <translation>Whole village</translation>
    </message>
    <message>
        <source>可兑 {count} 本，已发号 {tickets} 个，已兑 {served} 本。</source>
        <translation>Redeemable: {count} passbooks. Tickets: {tickets}. Redeemed: {served}.</translation>
    </message>
</context>
<context>
    <name>LossGroup</name>
    <message>
        <source>联系户连带</source>
        <translation>Linked households</translation>
    </message>
    <message>
        <source>联系户被扣分，联系它的党员也扣一点；党员折上不写是哪一户。</source>
        <translation>When a linked household loses points the party member who looks after it loses some; the member&apos;s book does not say whose.</translation>
    </message>
    <message>
        <source>党员不扣</source>
        <translation>The member loses nothing</translation>
    </message>
    <message>
        <source>按户扣分的比例扣</source>
        <translation>A share of the household&apos;s loss</translation>
    </message>
    <message>
        <source>每次扣固定的分</source>
        <translation>Fixed points each time</translation>
    </message>
    <message>
        <source>党员怎么扣</source>
        <translation>How the member loses</translation>
    </message>
    <message>
        <source>比例</source>
        <translation>Share</translation>
    </message>
    <message>
        <source>%（户扣 10 分，填 50 就扣 5 分）</source>
        <translation>% (a household loses 10; 50 takes 5)</translation>
    </message>
    <message>
        <source>选“按户扣分的比例扣”才用。</source>
        <translation>Only with a share of the household&apos;s loss.</translation>
    </message>
    <message>
        <source>每次扣</source>
        <translation>Each time</translation>
    </message>
    <message>
        <source>分</source>
        <translation>points</translation>
    </message>
    <message>
        <source>选“每次扣固定的分”才用。</source>
        <translation>Only with fixed points each time.</translation>
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
    <name>MemberForm</name>
    <message>
        <source>居民姓名、首字母</source>
        <translation>Name or initials of a resident</translation>
    </message>
    <message>
        <source>添成员</source>
        <translation>Add member</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>机构</source>
        <translation>Council</translation>
    </message>
    <message>
        <source>职务</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>身份</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>任期起</source>
        <translation>Term from</translation>
    </message>
    <message>
        <source>任期止</source>
        <translation>Term to</translation>
    </message>
    <message>
        <source>没有定期限就留空。</source>
        <translation>Leave empty if there is no fixed term.</translation>
    </message>
</context>
<context>
    <name>MembersPanel</name>
    <message>
        <source>显示人员类别</source>
        <translation>Show categories</translation>
    </message>
    <message>
        <source>低保、残疾等不公开，按下才显示。</source>
        <translation>Low income, disability and so on are private: press to see them.</translation>
    </message>
    <message>
        <source>这户没有人记了类别。</source>
        <translation>Nobody here has a category.</translation>
    </message>
</context>
<context>
    <name>MergePage</name>
    <message>
        <source>并户</source>
        <translation>Merge households</translation>
    </message>
    <message>
        <source>先找并到哪一户，再选各人与那户户主的关系。</source>
        <translation>Find the household they join, then choose what each is to its head.</translation>
    </message>
    <message>
        <source>选积分怎么办：下面列出两本存折现在和之后的数，前后合计相等才对。</source>
        <translation>Choose what becomes of the points: below you see both passbooks now and then; the totals must be the same.</translation>
    </message>
    <message>
        <source>写上日期和原因，按 F8 完成；本户编号不再使用，记录一直看得到。</source>
        <translation>Give date and reason, F8 finishes. This code is not used again; the record can always be seen.</translation>
    </message>
    <message>
        <source>1 并到哪一户</source>
        <translation>1 Which household they join</translation>
    </message>
    <message>
        <source>2 各人与那户户主的关系</source>
        <translation>2 Relations to the head there</translation>
    </message>
    <message>
        <source>3 本户的积分</source>
        <translation>3 Points of this household</translation>
    </message>
    <message>
        <source>全家 {count} 人并到另一户，本户的存折收起，编号不再用。</source>
        <translation>Everybody ({count}) joins another household. This passbook is closed and the code not used again.</translation>
    </message>
</context>
<context>
    <name>MonthCalendar</name>
    <message>
        <source>上个月</source>
        <translation>Month before</translation>
    </message>
    <message>
        <source>下个月</source>
        <translation>Next month</translation>
    </message>
    <message>
        <source>{year}年{month}月</source>
        <translation>{month}/{year}</translation>
    </message>
</context>
<context>
    <name>MonthGrid</name>
    <message>
        <source>一二三四五六日</source>
        <translation>MTWTFSS</translation>
    </message>
</context>
<context>
    <name>NoticeGroup</name>
    <message>
        <source>公示和异议</source>
        <translation>Notices and objections</translation>
    </message>
    <message>
        <source>墙上怎么写、异议找谁、几天答复，都照这里印。</source>
        <translation>What the wall says, who takes objections and how fast they are answered: printed as given here.</translation>
    </message>
    <message>
        <source>去设置里改</source>
        <translation>Change in Settings</translation>
    </message>
    <message>
        <source>墙上写的</source>
        <translation>On the wall</translation>
    </message>
    <message>
        <source>受理异议</source>
        <translation>Objections to</translation>
    </message>
    <message>
        <source>谁来受理；不填就只印电话和地点。</source>
        <translation>Who takes them; if empty, only phone and place are printed.</translation>
    </message>
    <message>
        <source>受理地点</source>
        <translation>Taken at</translation>
    </message>
    <message>
        <source>印在公示上。</source>
        <translation>Printed on notices.</translation>
    </message>
    <message>
        <source>答复期限</source>
        <translation>Answer within</translation>
    </message>
    <message>
        <source>天内答复</source>
        <translation>days</translation>
    </message>
    <message>
        <source>从收到异议算起，到期前首页提醒。</source>
        <translation>From the day it came in; Home reminds you before it is due.</translation>
    </message>
    <message>
        <source>谁签字</source>
        <translation>Who signs</translation>
    </message>
    <message>
        <source>一行一个，印在公示下面，留出签字的地方。</source>
        <translation>One a line; printed below the notice with room to sign.</translation>
    </message>
    <message>
        <source>公示说明</source>
        <translation>Words on notices</translation>
    </message>
    <message>
        <source>一行一段，印在公示上；不填就不印。</source>
        <translation>One paragraph a line, printed on notices; empty for none.</translation>
    </message>
    <message>
        <source>只写扣了多少分</source>
        <translation>Only how many points</translation>
    </message>
    <message>
        <source>也写细则条文</source>
        <translation>The words of the rules, too</translation>
    </message>
    <message>
        <source>不上墙，加减合成一个数</source>
        <translation>Not on the wall, joined with credits</translation>
    </message>
    <message>
        <source>扣分上墙</source>
        <translation>Deductions on the wall</translation>
    </message>
    <message>
        <source>扣分伤和气，写到哪一步由村里定；备注从不上墙。</source>
        <translation>Deductions can hurt; the village decides how much is said. Remarks never go on the wall.</translation>
    </message>
    <message>
        <source>公示归档以后才入账</source>
        <translation>Enter points only when the notice is archived</translation>
    </message>
    <message>
        <source>勾上：分先算“公示中”，不能兑换，也不进排名，公示归档时记进存折。</source>
        <translation>If ticked, points are “On notice” first, cannot be redeemed or ranked, and go into the passbook when the notice is archived.</translation>
    </message>
    <message>
        <source>姓名打星</source>
        <translation>names starred</translation>
    </message>
    <message>
        <source>写全名</source>
        <translation>full names</translation>
    </message>
    <message>
        <source>只写户编号</source>
        <translation>household codes only</translation>
    </message>
    <message>
        <source>贴 {days} 天，地点 {places}，监督电话 {phone}，{names}</source>
        <translation>Hangs {days} days, places {places}, hotline {phone}, {names}</translation>
    </message>
    <message>
        <source>没有填</source>
        <translation>not given</translation>
    </message>
    <message>
        <source>现在等着的 {count} 件申报也一样：审核完先上公示，不再按“公示几天”自己到期。</source>
        <translation>The {count} claims that wait now do so, too: after review they go on a notice and no longer come due by “Days of notice”.</translation>
    </message>
    <message>
        <source>现在等着的 {count} 件申报：审核完就能入账；在公示中的，去“审核”按入账。</source>
        <translation>The {count} claims that wait now can be entered after review; for those on notice, enter them in “Review”.</translation>
    </message>
</context>
<context>
    <name>NoticePage</name>
    <message>
        <source>公示</source>
        <translation>Notice</translation>
    </message>
    <message>
        <source>左边是发布时定下的那一份，什么时候打都一样；上面可换大字版、一页汇总。</source>
        <translation>On the left the sheet as it was issued: it prints the same at any time. Above choose large print or a one-page summary.</translation>
    </message>
    <message>
        <source>贴好了登记张贴，拍张照片加进来；有人提意见就记异议。</source>
        <translation>Once it hangs, record where and add a picture; if somebody objects, record an objection.</translation>
    </message>
    <message>
        <source>挂满日子、异议都答复了就归档，归档卷里有公示、照片和异议。</source>
        <translation>When it has hung its time and all objections are answered, archive it: notice, pictures and objections in one set.</translation>
    </message>
    <message>
        <source>已登记：贴在{place}，到 {day}。</source>
        <translation>Recorded: hangs at {place} until {day}.</translation>
    </message>
    <message>
        <source>已归档。</source>
        <translation>Archived.</translation>
    </message>
    <message>
        <source>公示中的 {count} 笔已记进存折。</source>
        <translation> {count} entries on notice are in the passbooks now.</translation>
    </message>
    <message>
        <source>有 {count} 笔现在不能记，已退回，请到“申报”里看原因。</source>
        <translation>{count} entries could not be made and were rejected; see why in “Review”.</translation>
    </message>
    <message>
        <source>去看</source>
        <translation>See them</translation>
    </message>
    <message>
        <source>已存为 {name}。</source>
        <translation>Saved as {name}.</translation>
    </message>
    <message>
        <source>大字版</source>
        <translation>Large print</translation>
    </message>
    <message>
        <source>一页汇总</source>
        <translation>One-page summary</translation>
    </message>
    <message>
        <source>归档卷</source>
        <translation>Archive set</translation>
    </message>
    <message>
        <source>到哪一步</source>
        <translation>Where it stands</translation>
    </message>
    <message>
        <source>异议</source>
        <translation>Objections</translation>
    </message>
    <message>
        <source>对这份公示的异议</source>
        <translation>Objections to this notice</translation>
    </message>
    <message>
        <source>还没有人提异议。</source>
        <translation>No objections yet.</translation>
    </message>
    <message>
        <source>记异议</source>
        <translation>Record an objection</translation>
    </message>
    <message>
        <source>张贴照片</source>
        <translation>Pictures of the wall</translation>
    </message>
    <message>
        <source>正在排公示…</source>
        <translation>Laying out the notice…</translation>
    </message>
    <message>
        <source>{day} 发布，经手 {who}，共 {rows} 行</source>
        <translation>{day} issued by {who}, {rows} lines</translation>
    </message>
    <message>
        <source>第 {version} 版：{reason}</source>
        <translation>Version {version}: {reason}</translation>
    </message>
    <message>
        <source>{day} 归档，经手 {who}</source>
        <translation>{day} archived by {who}</translation>
    </message>
    <message>
        <source>{day} 贴在{place}，到 {until}，{who}贴的</source>
        <translation>{day} hung at {place} until {until} by {who}</translation>
    </message>
    <message>
        <source>▲ 还没有张贴。打印贴好，再登记张贴。</source>
        <translation>▲ Not hung yet. Print it, hang it, then record it.</translation>
    </message>
    <message>
        <source>● 还要挂 {days} 天，到 {until}。</source>
        <translation>● {days} days to hang, until {until}.</translation>
    </message>
    <message>
        <source>▲ 挂满了，还有 {count} 件异议没有答复。</source>
        <translation>▲ Has hung its time; {count} objections are not answered.</translation>
    </message>
    <message>
        <source>▲ 挂满了，可以归档。</source>
        <translation>▲ Has hung its time and can be archived.</translation>
    </message>
    <message>
        <source>✓ 已归档。归档卷可以打印装订。</source>
        <translation>✓ Archived. The archive set can be printed and bound.</translation>
    </message>
    <message>
        <source>– 已换新版，请看新的一份。</source>
        <translation>– Replaced. See the new version.</translation>
    </message>
    <message>
        <source>登记张贴</source>
        <translation>Record hanging</translation>
    </message>
    <message>
        <source>再登记一处</source>
        <translation>Record another place</translation>
    </message>
    <message>
        <source>处理异议</source>
        <translation>Answer objections</translation>
    </message>
    <message>
        <source>归档</source>
        <translation>Archive</translation>
    </message>
    <message>
        <source>看归档卷</source>
        <translation>See archive set</translation>
    </message>
    <message>
        <source>看新版</source>
        <translation>See new version</translation>
    </message>
    <message>
        <source>存为 Excel</source>
        <translation>Save as Excel</translation>
    </message>
    <message>
        <source>朗读稿</source>
        <translation>Script to read out</translation>
    </message>
    <message>
        <source>换新版</source>
        <translation>Make new version</translation>
    </message>
    <message>
        <source>归档以后不能再登记张贴、换新版，照片、异议和这一份公示都留着。</source>
        <translation>Once archived, hanging and new versions are over; pictures, objections and this notice are kept.</translation>
    </message>
    <message>
        <source>公示中的 {count} 笔从此记进存折；异议中取消的不记。</source>
        <translation>{count} entries on notice go into the passbooks now, without those that objections took out.</translation>
    </message>
    <message>
        <source>归档{title}？</source>
        <translation>Archive {title}?</translation>
    </message>
    <message>
        <source>为什么要换？这一份留着不变，新版用新编号，墙上换成新版。</source>
        <translation>Why a new version? This one stays as it is; the new one gets a new number and takes its place on the wall.</translation>
    </message>
    <message>
        <source>看新版的校样</source>
        <translation>See its proof</translation>
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
    <name>NoticeWizardPage</name>
    <message>
        <source>出公示</source>
        <translation>Make a notice</translation>
    </message>
    <message>
        <source>正在排公示…</source>
        <translation>Laying out the notice…</translation>
    </message>
    <message>
        <source>按 F8 一步一步往下走，Esc 退一步，选好的都留着；右边就是贴出去的样子。</source>
        <translation>F8 goes on step by step, Esc goes back, what you chose stays; on the right is the sheet as it will hang.</translation>
    </message>
    <message>
        <source>第④步出校样，打印出来请管理小组核对。后来又有变动，会先列出来。</source>
        <translation>Step ④ makes the proof: print it for the points committee to check. Later changes are listed first.</translation>
    </message>
    <message>
        <source>第⑤步发布，编号和每一行从此固定；贴好了在这里登记张贴。</source>
        <translation>Step ⑤ issues it: number and lines are fixed from then on. Once it hangs, record it here.</translation>
    </message>
    <message>
        <source>校样出好了。打印出来请管理小组核对。</source>
        <translation>The proof is made. Print it for the points committee to check.</translation>
    </message>
    <message>
        <source>发布公示</source>
        <translation>Issue the notice</translation>
    </message>
    <message>
        <source>发布{title}？发布后不能收回。</source>
        <translation>Issue {title}? This cannot be taken back.</translation>
    </message>
    <message>
        <source>发布</source>
        <translation>Issue</translation>
    </message>
    <message>
        <source>已发布{title}，编号 {number}。</source>
        <translation>{title} is issued, number {number}.</translation>
    </message>
    <message>
        <source>已登记：贴在{place}，到 {day}。</source>
        <translation>Recorded: hangs at {place} until {day}.</translation>
    </message>
    <message>
        <source>已存为 {name}。</source>
        <translation>Saved as {name}.</translation>
    </message>
    <message>
        <source>出公示&#x3000;{title}</source>
        <translation>Make a notice&#x3000;{title}</translation>
    </message>
    <message>
        <source>现在没有可以公示的，请在左边换一种。</source>
        <translation>Nothing to publish now; choose another kind on the left.</translation>
    </message>
    <message>
        <source>{title}已发布（{number}）。要重出，请打开它换新版。</source>
        <translation>{title} is issued ({number}). To make it again, open it and make a new version.</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>存为 Excel</source>
        <translation>Save as Excel</translation>
    </message>
    <message>
        <source>登记张贴</source>
        <translation>Record hanging</translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>重出校样</source>
        <translation>Make proof again</translation>
    </message>
    <message>
        <source>出校样</source>
        <translation>Make proof</translation>
    </message>
    <message>
        <source>比校样多 {count} 笔，照现在的数发布。</source>
        <translation>{count} entries more than the proof; issued with the figures of now.</translation>
    </message>
    <message>
        <source>和校样不一样，照现在的样子发布。</source>
        <translation>Differs from the proof; issued as it is now.</translation>
    </message>
    <message>
        <source>还没有出过校样。</source>
        <translation>No proof was made yet.</translation>
    </message>
    <message>
        <source>编号、{rows} 行和每个数从此固定，再打都一样。</source>
        <translation>Number, {rows} lines and every figure are fixed from now on; it always prints the same.</translation>
    </message>
    <message>
        <source>{last} 及以前的日子关账：以后补记、冲销的分算进下一期。</source>
        <translation>Days up to {last} are closed: later entries and reversals count in the next period.</translation>
    </message>
    <message>
        <source>公示中的 {count} 笔，归档时才记进存折。</source>
        <translation>{count} entries on notice go into the passbooks when it is archived.</translation>
    </message>
    <message>
        <source>{title}校样</source>
        <translation>{title} proof</translation>
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
    <name>Notices</name>
    <message>
        <source>… 未到期</source>
        <translation>… Not yet</translation>
    </message>
    <message>
        <source>▲ 可发布</source>
        <translation>▲ Can be issued</translation>
    </message>
    <message>
        <source>月度积分公示</source>
        <translation>Monthly points notice</translation>
    </message>
    <message>
        <source>季度积分公示</source>
        <translation>Quarterly points notice</translation>
    </message>
    <message>
        <source>半年积分公示</source>
        <translation>Half-yearly points notice</translation>
    </message>
    <message>
        <source>年度积分公示</source>
        <translation>Yearly points notice</translation>
    </message>
    <message>
        <source>红白事公示</source>
        <translation>Events notice</translation>
    </message>
    <message>
        <source>细则变更公示</source>
        <translation>Rule changes notice</translation>
    </message>
    <message>
        <source>更正公示</source>
        <translation>Corrections notice</translation>
    </message>
    <message>
        <source>{about}积分公示</source>
        <translation>{about} points notice</translation>
    </message>
    <message>
        <source>{about}红白事公示</source>
        <translation>{about} events notice</translation>
    </message>
    <message>
        <source>{about}细则变更公示</source>
        <translation>{about} rule changes notice</translation>
    </message>
    <message>
        <source>{about}更正公示</source>
        <translation>{about} corrections notice</translation>
    </message>
    <message>
        <source>▲ 未张贴</source>
        <translation>▲ Not hung</translation>
    </message>
    <message>
        <source>● 公示中</source>
        <translation>● On the wall</translation>
    </message>
    <message>
        <source>▲ 到期待归档</source>
        <translation>▲ To archive</translation>
    </message>
    <message>
        <source>✓ 已归档</source>
        <translation>✓ Archived</translation>
    </message>
    <message>
        <source>– 已换新版</source>
        <translation>– Replaced</translation>
    </message>
    <message>
        <source>家庭绿折</source>
        <translation>Households (green)</translation>
    </message>
    <message>
        <source>党员红折</source>
        <translation>Members (red)</translation>
    </message>
    <message>
        <source>商铺</source>
        <translation>Shops</translation>
    </message>
    <message>
        <source>驻地单位</source>
        <translation>Resident units</translation>
    </message>
    <message>
        <source>楼栋（单独）</source>
        <translation>Buildings (alone)</translation>
    </message>
    <message>
        <source>期初</source>
        <translation>Opening</translation>
    </message>
    <message>
        <source>加分</source>
        <translation>Credits</translation>
    </message>
    <message>
        <source>扣分</source>
        <translation>Debits</translation>
    </message>
    <message>
        <source>增减</source>
        <translation>Net change</translation>
    </message>
    <message>
        <source>兑换</source>
        <translation>Redeemed</translation>
    </message>
    <message>
        <source>期末结余</source>
        <translation>Closing balance</translation>
    </message>
    <message>
        <source>公示中</source>
        <translation>On notice</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>年度累计</source>
        <translation>Year so far</translation>
    </message>
    <message>
        <source>星级</source>
        <translation>Stars</translation>
    </message>
    <message>
        <source>打星，如 王*国</source>
        <translation>starred, as 王*国</translation>
    </message>
    <message>
        <source>写全名</source>
        <translation>in full</translation>
    </message>
    <message>
        <source>只写户编号</source>
        <translation>household code only</translation>
    </message>
    <message>
        <source>只列总数，不写为什么</source>
        <translation>totals only, no reasons</translation>
    </message>
    <message>
        <source>逐笔列出，照细则的写法</source>
        <translation>each one, in the words of the rules</translation>
    </message>
    <message>
        <source>不单列，和加分合成增减</source>
        <translation>not apart, joined with credits</translation>
    </message>
    <message>
        <source>第{number}版</source>
        <translation>Version {number}</translation>
    </message>
    <message>
        <source>{title}（第{version}版）</source>
        <translation>{title} (version {version})</translation>
    </message>
    <message>
        <source>兑换公示</source>
        <translation>Redemption notice</translation>
    </message>
    <message>
        <source>{about}兑换公示</source>
        <translation>{about} redemption notice</translation>
    </message>
</context>
<context>
    <name>NoticesPage</name>
    <message>
        <source>公示</source>
        <translation>Notices</translation>
    </message>
    <message>
        <source>看校样</source>
        <translation>See the proof</translation>
    </message>
    <message>
        <source>还没有公示。村里定了多久公示一次，到期就列在这里。</source>
        <translation>No notices yet. Once the village has set how often, the periods due are listed here.</translation>
    </message>
    <message>
        <source>到期的一期排在最上面，按 F8 出公示：先看校样，核对好再发布。</source>
        <translation>The period that is due stands on top. F8 makes its notice: first the proof, then, once checked, issue it.</translation>
    </message>
    <message>
        <source>张贴了就登记贴在哪里、谁贴的；有人提意见，记一件异议。</source>
        <translation>Once it hangs, record where and by whom; if somebody objects, record an objection.</translation>
    </message>
    <message>
        <source>挂满日子、异议都答复了，打开那份公示归档。以后再打，编号和数都一样。</source>
        <translation>When it has hung its time and all objections are answered, open it and archive it. Number and figures always print the same.</translation>
    </message>
    <message>
        <source>共出过 {count} 份公示</source>
        <translation>{count} notices issued</translation>
    </message>
    <message>
        <source>{title}可以发布了。先看校样，核对好再发布。</source>
        <translation>{title} can be issued. See the proof first, check it, then issue it.</translation>
    </message>
    <message>
        <source>{title}挂满日子了，可以归档。</source>
        <translation>{title} has hung its time and can be archived.</translation>
    </message>
    <message>
        <source>{title}已发布，还没有张贴。</source>
        <translation>{title} is issued but does not hang yet.</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>{day} 以后出{title}。现在可以先看校样。</source>
        <translation>{title} comes after {day}. You can see the proof now.</translation>
    </message>
    <message>
        <source>出公示</source>
        <translation>Make a notice</translation>
    </message>
    <message>
        <source>看公示</source>
        <translation>See notice</translation>
    </message>
    <message>
        <source>异议</source>
        <translation>Objections</translation>
    </message>
    <message>
        <source>公示设置</source>
        <translation>Notice settings</translation>
    </message>
    <message>
        <source>出别的公示</source>
        <translation>Other notices</translation>
    </message>
    <message>
        <source>{title}挂满日子了，还有 {count} 件异议没有答复。</source>
        <translation>{title} has hung its days; {count} objections have no answer yet.</translation>
    </message>
</context>
<context>
    <name>NumbersPane</name>
    <message>
        <source>毫米</source>
        <translation>mm</translation>
    </message>
    <message>
        <source>① 左</source>
        <translation>① Left</translation>
    </message>
    <message>
        <source>纸的左边到框的竖线</source>
        <translation>Left edge of the paper to the frame</translation>
    </message>
    <message>
        <source>② 上</source>
        <translation>② Top</translation>
    </message>
    <message>
        <source>纸的上边到框的横线</source>
        <translation>Top edge of the paper to the frame</translation>
    </message>
    <message>
        <source>③ 宽</source>
        <translation>③ Width</translation>
    </message>
    <message>
        <source>框的左线到右线</source>
        <translation>Left to right line of the frame</translation>
    </message>
    <message>
        <source>④ 高</source>
        <translation>④ Height</translation>
    </message>
    <message>
        <source>框的上线到下线</source>
        <translation>Top to bottom line of the frame</translation>
    </message>
    <message>
        <source>算校正</source>
        <translation>Work out correction</translation>
    </message>
    <message>
        <source>第 {number} 张</source>
        <translation>Sheet {number}</translation>
    </message>
    <message>
        <source>第 1 张</source>
        <translation>Sheet 1</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
</context>
<context>
    <name>ObjectionAnswer</name>
    <message>
        <source>这本存折里没有可以更正的账。</source>
        <translation>Nothing in this passbook to correct.</translation>
    </message>
    <message>
        <source>本期起</source>
        <translation>From this period</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>更正谁家的：姓名、户编号</source>
        <translation>Whose points: name or household code</translation>
    </message>
    <message>
        <source>没有这本存折</source>
        <translation>No such passbook</translation>
    </message>
    <message>
        <source>维持
公示没有错</source>
        <translation>Upheld
The notice is right</translation>
    </message>
    <message>
        <source>更正
有错，改过来</source>
        <translation>Corrected
Wrong, put it right</translation>
    </message>
    <message>
        <source>应当记的</source>
        <translation>What should stand</translation>
    </message>
    <message>
        <source>答复的话</source>
        <translation>Words of the answer</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Based on</translation>
    </message>
    <message>
        <source>签了字的单据号或会议记录号；积分要审核的村，更正必须写。</source>
        <translation>Number of a signed sheet or of the minutes; needed for corrections where points are reviewed.</translation>
    </message>
    <message>
        <source>答复</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>答复 {number}</source>
        <translation>Answer {number}</translation>
    </message>
    <message>
        <source>补记</source>
        <translation>Missed entry</translation>
    </message>
    <message>
        <source>照样补记</source>
        <translation>Enter all the same</translation>
    </message>
    <message>
        <source>先选“维持”或“更正”。</source>
        <translation>Choose “Upheld” or “Corrected” first.</translation>
    </message>
    <message>
        <source>答复异议</source>
        <translation>Answer the objection</translation>
    </message>
    <message>
        <source>答复以后不能改；还有意见，另记一件。</source>
        <translation>An answer cannot be changed; for more, record another objection.</translation>
    </message>
    <message>
        <source>以前的 {count} 笔在“全部”里。</source>
        <translation>{count} earlier entries are under “All”.</translation>
    </message>
    <message>
        <source>{line}：维持，分数不动。</source>
        <translation>{line}: upheld, the points stay.</translation>
    </message>
    <message>
        <source>还没有要更正的：左边勾上记错的，或添上应当记的。</source>
        <translation>Nothing to correct yet: tick what is wrong on the left, or add what should stand.</translation>
    </message>
    <message>
        <source>{line}：{what}。</source>
        <translation>{line}: {what}.</translation>
    </message>
    <message>
        <source>{line}：{what}；会印在下一期公示上。</source>
        <translation>{line}: {what}; printed on the next notice.</translation>
    </message>
    <message>
        <source>冲销 {points}</source>
        <translation>reverse {points}</translation>
    </message>
    <message>
        <source>补记 {points}</source>
        <translation>enter {points}</translation>
    </message>
    <message>
        <source>公示中的 {points} 不计</source>
        <translation>{points} on notice left out</translation>
    </message>
    <message>
        <source>差 {points}</source>
        <translation>change {points}</translation>
    </message>
    <message>
        <source>这本存折的账</source>
        <translation>Entries of this passbook</translation>
    </message>
    <message>
        <source>查的结果</source>
        <translation>What was found</translation>
    </message>
</context>
<context>
    <name>ObjectionForm</name>
    <message>
        <source>不写就是不具名</source>
        <translation>Empty for no name</translation>
    </message>
    <message>
        <source>可以不写</source>
        <translation>Optional</translation>
    </message>
    <message>
        <source>可以以后再定</source>
        <translation>Can be decided later</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>记异议：公示{number}</source>
        <translation>Objection to notice {number}</translation>
    </message>
    <message>
        <source>不填行号，就是对整张公示有意见。</source>
        <translation>Without a line it is about the whole notice.</translation>
    </message>
    <message>
        <source>这份公示没有第 {line} 行，只到第 {most} 行。</source>
        <translation>This notice has no line {line}; it ends at {most}.</translation>
    </message>
    <message>
        <source>行号</source>
        <translation>Line</translation>
    </message>
    <message>
        <source>照公示上的行号；不填是对整张公示。</source>
        <translation>The line number on the notice; empty for the whole notice.</translation>
    </message>
    <message>
        <source>说什么</source>
        <translation>What is said</translation>
    </message>
    <message>
        <source>谁提的</source>
        <translation>Who objects</translation>
    </message>
    <message>
        <source>怎么来的</source>
        <translation>How it came</translation>
    </message>
    <message>
        <source>收到日期</source>
        <translation>Received on</translation>
    </message>
    <message>
        <source>证据</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>谁来查</source>
        <translation>Who looks into it</translation>
    </message>
    <message>
        <source>答复期限</source>
        <translation>Answer by</translation>
    </message>
    <message>
        <source>公示上这一行</source>
        <translation>This line of the notice</translation>
    </message>
</context>
<context>
    <name>ObjectionPage</name>
    <message>
        <source>异议</source>
        <translation>Objection</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>填公示上的行号，右边就说是谁家；不填是对整张公示。</source>
        <translation>Type the line number on the notice: on the right you see whose it is. Empty means the whole notice.</translation>
    </message>
    <message>
        <source>写他说的话，F8 保存。其余的可以不动。</source>
        <translation>Write down what was said, F8 saves. The rest can stay as it is.</translation>
    </message>
    <message>
        <source>查过以后按“答复”。没有错选“维持”，有错选“更正”。</source>
        <translation>When you have looked into it, press “Answer”: “Upheld” if the notice is right, “Corrected” if not.</translation>
    </message>
    <message>
        <source>更正：左边勾上记错的，右边添上应当记的，一次办好。</source>
        <translation>To correct, tick what is wrong on the left and add what should stand on the right; both are done in one go.</translation>
    </message>
    <message>
        <source>写上答复的话，F8 答复，再打印答复单请他签收。</source>
        <translation>Write the answer, F8 answers; then print the answer sheet for the objector to sign.</translation>
    </message>
    <message>
        <source>正在排版…</source>
        <translation>Laying out…</translation>
    </message>
    <message>
        <source>还没有办。</source>
        <translation>Nothing done yet.</translation>
    </message>
    <message>
        <source>答复单 {number}</source>
        <translation>Answer sheet {number}</translation>
    </message>
    <message>
        <source>已登记。</source>
        <translation>Recorded.</translation>
    </message>
    <message>
        <source>提的什么</source>
        <translation>What was objected</translation>
    </message>
    <message>
        <source>办理经过</source>
        <translation>What was done</translation>
    </message>
    <message>
        <source>（公示期过了才收到）</source>
        <translation> (received after the notice period)</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>公示</source>
        <translation>Notice</translation>
    </message>
    <message>
        <source>哪一行</source>
        <translation>About</translation>
    </message>
    <message>
        <source>谁提的</source>
        <translation>Who objects</translation>
    </message>
    <message>
        <source>收到</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>说什么</source>
        <translation>What is said</translation>
    </message>
    <message>
        <source>证据</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>谁来查</source>
        <translation>Who looks into it</translation>
    </message>
    <message>
        <source>还没有定</source>
        <translation>Not decided</translation>
    </message>
    <message>
        <source>答复期限</source>
        <translation>Answer by</translation>
    </message>
    <message>
        <source>{due}，请尽快答复，或者按“换人、延期”写明新的期限。</source>
        <translation>{due}. Answer it soon, or press “Reassign or extend” and give a new day.</translation>
    </message>
    <message>
        <source>打印答复单</source>
        <translation>Print answer sheet</translation>
    </message>
    <message>
        <source>答复</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>换人、延期</source>
        <translation>Reassign or extend</translation>
    </message>
    <message>
        <source>撤回</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>已记下{number}，{day}前答复。</source>
        <translation>{number} is recorded, answer by {day}.</translation>
    </message>
    <message>
        <source>{number}已答复：{state}。</source>
        <translation>{number} is answered: {state}.</translation>
    </message>
    <message>
        <source>{number}由提的人撤回？记录留着，不再答复。</source>
        <translation>Does the objector withdraw {number}? The record stays, it needs no answer.</translation>
    </message>
</context>
<context>
    <name>Objections</name>
    <message>
        <source>以前</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>本期</source>
        <translation>In it</translation>
    </message>
    <message>
        <source>以后</source>
        <translation>After</translation>
    </message>
    <message>
        <source>公示中</source>
        <translation>On notice</translation>
    </message>
    <message>
        <source>{seq} 冲了</source>
        <translation>Rev. by {seq}</translation>
    </message>
    <message>
        <source>冲 {seq}</source>
        <translation>Reverses {seq}</translation>
    </message>
    <message>
        <source>当面</source>
        <translation>In person</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>来信</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>意见箱</source>
        <translation>Suggestion box</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>● 待答复</source>
        <translation>● Open</translation>
    </message>
    <message>
        <source>▲ 已超期</source>
        <translation>▲ Overdue</translation>
    </message>
    <message>
        <source>✓ 维持</source>
        <translation>✓ Upheld</translation>
    </message>
    <message>
        <source>✓ 更正</source>
        <translation>✓ Corrected</translation>
    </message>
    <message>
        <source>– 已撤回</source>
        <translation>– Withdrawn</translation>
    </message>
    <message>
        <source>答复：维持</source>
        <translation>Answer: upheld</translation>
    </message>
    <message>
        <source>答复：更正</source>
        <translation>Answer: corrected</translation>
    </message>
    <message>
        <source>整张公示</source>
        <translation>Whole notice</translation>
    </message>
    <message>
        <source>第{number}行</source>
        <translation>Line {number}</translation>
    </message>
    <message>
        <source>不具名</source>
        <translation>No name</translation>
    </message>
    <message>
        <source>今天到期</source>
        <translation>due today</translation>
    </message>
    <message>
        <source>还剩 {days} 天</source>
        <translation>{days} days left</translation>
    </message>
    <message>
        <source>超期 {days} 天</source>
        <translation>{days} days overdue</translation>
    </message>
    <message>
        <source>依据：{paper}</source>
        <translation>Based on {paper}</translation>
    </message>
    <message>
        <source>冲销：账目第 {seqs} 笔</source>
        <translation>Reversed: ledger lines {seqs}</translation>
    </message>
    <message>
        <source>补记：账目第 {seqs} 笔</source>
        <translation>Entered: ledger lines {seqs}</translation>
    </message>
    <message>
        <source>提异议的人撤回</source>
        <translation>Withdrawn by the objector</translation>
    </message>
    <message>
        <source>交{handler}办，{day}前答复</source>
        <translation>Given to {handler}, answer by {day}</translation>
    </message>
</context>
<context>
    <name>ObjectionsPage</name>
    <message>
        <source>异议</source>
        <translation>Objections</translation>
    </message>
    <message>
        <source>待处理</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>有人对公示有意见，按“记异议”，填公示上的行号和他说的话。</source>
        <translation>If somebody objects to a notice, press “Record an objection”, give the line number on it and what was said.</translation>
    </message>
    <message>
        <source>先到期的排在前面；回车打开一件，可以换人、延期、答复。</source>
        <translation>What is due first stands on top. Enter opens an objection to reassign, extend or answer it.</translation>
    </message>
    <message>
        <source>答复“更正”时，冲销和补记一次办好，下一期公示会印出来。</source>
        <translation>With the answer “Corrected”, reversal and new entry are made in one go and printed on the next notice.</translation>
    </message>
    <message>
        <source>异议登记表</source>
        <translation>Objection register</translation>
    </message>
    <message>
        <source>正在排版…</source>
        <translation>Laying out…</translation>
    </message>
    <message>
        <source>记异议</source>
        <translation>Record an objection</translation>
    </message>
    <message>
        <source>打印登记表</source>
        <translation>Print register</translation>
    </message>
    <message>
        <source>存为 Excel</source>
        <translation>Save as Excel</translation>
    </message>
    <message>
        <source>公示异议记录.xlsx</source>
        <translation>Objections to notices.xlsx</translation>
    </message>
    <message>
        <source>正在存为 Excel…</source>
        <translation>Saving as Excel…</translation>
    </message>
    <message>
        <source>没有等着答复的异议。</source>
        <translation>No objection waits for an answer.</translation>
    </message>
    <message>
        <source>看全部</source>
        <translation>Show all</translation>
    </message>
    <message>
        <source>还没有人对公示提过异议。有人提，就记在这里。</source>
        <translation>Nobody has objected to a notice yet. If somebody does, record it here.</translation>
    </message>
    <message>
        <source>待答复 {waiting} 件，其中超期 {late} 件；共 {count} 件。</source>
        <translation>{waiting} to answer, {late} of them overdue; {count} in all.</translation>
    </message>
    <message>
        <source>还没有出过公示，先出榜再记异议。</source>
        <translation>No notice was issued yet; issue one before recording objections.</translation>
    </message>
    <message>
        <source>去公示</source>
        <translation>Go to Notices</translation>
    </message>
    <message>
        <source>对哪一份公示有异议？</source>
        <translation>An objection to which notice?</translation>
    </message>
</context>
<context>
    <name>OpenDayForm</name>
    <message>
        <source>{year}年度兑换</source>
        <translation>Annual exchange {year}</translation>
    </message>
    <message>
        <source>叫什么</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>在哪里</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>从哪天</source>
        <translation>From</translation>
    </message>
    <message>
        <source>到哪天</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>这几天在这里兑换的都算进来，最多一个月。</source>
        <translation>All redemptions here on these days count, one month at most.</translation>
    </message>
    <message>
        <source>开兑换日</source>
        <translation>Open exchange day</translation>
    </message>
</context>
<context>
    <name>OperatorForm</name>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>职责</source>
        <translation>Roles</translation>
    </message>
    <message>
        <source>本人的户编号</source>
        <translation>Own household&apos;s code</translation>
    </message>
    <message>
        <source>住在本村的填，自己家的积分就不会由自己审核。</source>
        <translation>For somebody of the village: points of the own household are then never reviewed by oneself.</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>再输一次</source>
        <translation>Once more</translation>
    </message>
    <message>
        <source>添加操作员</source>
        <translation>Add an operator</translation>
    </message>
    <message>
        <source>改操作员</source>
        <translation>Change an operator</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>两次输入的密码不一样，请再输一次。</source>
        <translation>The two passwords differ; type them again.</translation>
    </message>
</context>
<context>
    <name>Operators</name>
    <message>
        <source>记录员：录入、打印、报备</source>
        <translation>Recorder: entry, printing, filing</translation>
    </message>
    <message>
        <source>审核员：审核积分，管细则、设置和操作员</source>
        <translation>Reviewer: reviews points, keeps rules, settings and operators</translation>
    </message>
    <message>
        <source>监督员：查所有账目，冲销，核对</source>
        <translation>Supervisor: reads all books, reverses, checks</translation>
    </message>
    <message>
        <source>查看：只能看，号码打码</source>
        <translation>Viewer: looks only, numbers masked</translation>
    </message>
    <message>
        <source>已设</source>
        <translation>set</translation>
    </message>
    <message>
        <source>未设</source>
        <translation>not set</translation>
    </message>
    <message>
        <source>正在用</source>
        <translation>at work</translation>
    </message>
</context>
<context>
    <name>OperatorsPage</name>
    <message>
        <source>操作员</source>
        <translation>Operators</translation>
    </message>
    <message>
        <source>还没有操作员。</source>
        <translation>No operators yet.</translation>
    </message>
    <message>
        <source>添加</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>改</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>设密码</source>
        <translation>Set password</translation>
    </message>
    <message>
        <source>离岗</source>
        <translation>Leaves</translation>
    </message>
    <message>
        <source>先给自己设密码，再添加别人：姓名、职责和第一个密码。</source>
        <translation>First set your own password, then add others: name, roles and a first password.</translation>
    </message>
    <message>
        <source>记录、审核、监督由三个人分别来做；只有一位文书时，用签字的审核单代替。</source>
        <translation>Recording, reviewing and supervising are three people&apos;s work; with one clerk the signed review sheet stands for the second.</translation>
    </message>
    <message>
        <source>离开座位按 Ctrl+L 锁屏；几分钟没有动作会自己锁上，登录后回到原来的页面。</source>
        <translation>Ctrl+L locks the screen; after some minutes of rest it locks itself and comes back to the same page.</translation>
    </message>
    <message>
        <source>共 {count} 人</source>
        <translation>{count} people</translation>
    </message>
    <message>
        <source>{name} 从今天起不再使用程序？以前经手的都留着。</source>
        <translation>{name} works with the program no longer, from today on? What was done stays.</translation>
    </message>
    <message>
        <source>先在表里选一位。</source>
        <translation>First choose somebody in the table.</translation>
    </message>
    <message>
        <source>操作员已保存。</source>
        <translation>Operator saved.</translation>
    </message>
</context>
<context>
    <name>OutletForm</name>
    <message>
        <source>如 积分超市、志愿者服务站。</source>
        <translation>Such as points shop, volunteer station.</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>新兑换点</source>
        <translation>New outlet</translation>
    </message>
    <message>
        <source>改名&#x3000;{name}</source>
        <translation>Rename&#x3000;{name}</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
</context>
<context>
    <name>OutletsPage</name>
    <message>
        <source>兑换点</source>
        <translation>Outlets</translation>
    </message>
    <message>
        <source>还没有兑换点。登记第一样物品时会有“积分超市”，也可以先起名。</source>
        <translation>No outlets yet. “Points shop” comes with the first goods registered, or give a name now.</translation>
    </message>
    <message>
        <source>新兑换点</source>
        <translation>New outlet</translation>
    </message>
    <message>
        <source>只有一处兑换时不用管这里；志愿者服务站等另有一处兑换的，加一个。</source>
        <translation>With one place to redeem there is nothing to do here; add one if there is another, such as a volunteer station.</translation>
    </message>
    <message>
        <source>从一处搬到另一处，用库存里的调拨单。</source>
        <translation>To move goods from one outlet to another use a transfer sheet under Stock.</translation>
    </message>
    <message>
        <source>停用前先把库存搬走或报损；至少留一处。</source>
        <translation>Before switching off, move the stock away or write it off; at least one outlet stays.</translation>
    </message>
    <message>
        <source>改名</source>
        <translation>Rename</translation>
    </message>
    <message>
        <source>停用</source>
        <translation>Switch off</translation>
    </message>
    <message>
        <source>恢复</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>已保存。</source>
        <translation>Saved.</translation>
    </message>
    <message>
        <source>“{name}”从今天起不再兑换？以后可以恢复。</source>
        <translation>Stop redeeming at “{name}” from today? It can be restored later.</translation>
    </message>
    <message>
        <source>“{name}”已停用。</source>
        <translation>“{name}” is off.</translation>
    </message>
    <message>
        <source>“{name}”已恢复。</source>
        <translation>“{name}” is restored.</translation>
    </message>
</context>
<context>
    <name>OwnerForm</name>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>不属网格</source>
        <translation>No grid</translation>
    </message>
    <message>
        <source>经营者是哪一位？</source>
        <translation>Which one is the owner?</translation>
    </message>
    <message>
        <source>册里有 {count} 位{name}。</source>
        <translation>There are {count} residents called {name}.</translation>
    </message>
    <message>
        <source>都不是，只记姓名</source>
        <translation>None of them, name only</translation>
    </message>
    <message>
        <source>经营者</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>负责人</source>
        <translation>In charge</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>网格</source>
        <translation>Grid</translation>
    </message>
    <message>
        <source>位置</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>党员商铺的挂牌时间，照写</source>
        <translation>Since when it has its party plaque, as written</translation>
    </message>
    <message>
        <source>挂牌</source>
        <translation>Plaque</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>{name}，不在任何一户</source>
        <translation>{name}, in no household</translation>
    </message>
    <message>
        <source>户 {code}&#x3000;{grid}</source>
        <translation>Household {code}&#x3000;{grid}</translation>
    </message>
    <message>
        <source>登记商铺</source>
        <translation>Register a shop</translation>
    </message>
    <message>
        <source>登记驻地单位</source>
        <translation>Register a unit</translation>
    </message>
    <message>
        <source>不改就留空；没有了写“无”。</source>
        <translation>Empty leaves it as it is; write 无 where there is none any more.</translation>
    </message>
</context>
<context>
    <name>OwnerPage</name>
    <message>
        <source>商铺或单位</source>
        <translation>Shop or unit</translation>
    </message>
    <message>
        <source>绿折</source>
        <translation>Green book</translation>
    </message>
    <message>
        <source>上面是登记的情况，下面是绿折的流水。</source>
        <translation>Above is what is registered, below are the lines of the green book.</translation>
    </message>
    <message>
        <source>党员经营的商铺，店里的事记绿折，本人的事记红折，同一件事只记一边。</source>
        <translation>For a party member&apos;s shop, deeds of the shop go into the green book, the member&apos;s own into the red one; never the same deed into both.</translation>
    </message>
    <message>
        <source>停业以后不能再记，停业前的事还能补记；积分一直留着。</source>
        <translation>After closing nothing new is entered, but earlier deeds can be; the points stay.</translation>
    </message>
    <message>
        <source>{name}&#x3000;{code}&#x3000;{kind}</source>
        <translation>{name}&#x3000;{code}&#x3000;{kind}</translation>
    </message>
    <message>
        <source>经营者的户 {code}</source>
        <translation>Household of the owner {code}</translation>
    </message>
    <message>
        <source>记停业</source>
        <translation>Mark closed</translation>
    </message>
    <message>
        <source>恢复营业</source>
        <translation>Reopen</translation>
    </message>
    <message>
        <source>记一笔</source>
        <translation>Enter points</translation>
    </message>
    <message>
        <source>修改</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>停业时没有积分，存折已收起。恢复营业后接着用原来的账号。</source>
        <translation>It closed without points, so the passbook is closed too. After reopening the old account goes on.</translation>
    </message>
    <message>
        <source>还没有积分。</source>
        <translation>No points yet.</translation>
    </message>
    <message>
        <source>经营者</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>负责人</source>
        <translation>In charge</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>网格</source>
        <translation>Grid</translation>
    </message>
    <message>
        <source>位置</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>党员商铺挂牌</source>
        <translation>Party plaque</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>停业</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>经营者{name}是党员，另有红折 {numbers}。同一件事只记一边，不得两边都记。</source>
        <translation>The owner {name} is a party member with a red book {numbers}. Never enter the same deed in both.</translation>
    </message>
    <message>
        <source>账号 {number}&#x3000;可用 {spendable} 分&#x3000;结余 {balance} 分&#x3000;考核 {assessment} 分&#x3000;{lines} 行</source>
        <translation>Account {number}&#x3000;Spendable {spendable}&#x3000;Balance {balance}&#x3000;Assessment {assessment}&#x3000;Lines {lines}</translation>
    </message>
    <message>
        <source>已保存。</source>
        <translation>Saved.</translation>
    </message>
    <message>
        <source>“{name}”从今天起停业？登记和积分都留着，以后可以恢复。</source>
        <translation>Close “{name}” from today? Its facts and points stay and it can reopen.</translation>
    </message>
    <message>
        <source>“{name}”已记停业。</source>
        <translation>“{name}” is closed.</translation>
    </message>
    <message>
        <source>“{name}”已恢复营业。</source>
        <translation>“{name}” is open again.</translation>
    </message>
    <message>
        <source>{figures}&#x3000;待审 {pending} 分，还不能用</source>
        <translation>{figures}&#x3000;{pending} points await review, not usable yet</translation>
    </message>
    <message>
        <source>存折册</source>
        <translation>Books</translation>
    </message>
    <message>
        <source>登折</source>
        <translation>Update book</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>{figures}&#x3000;未登折 {count} 行</source>
        <translation>{figures}&#x3000;Unprinted {count}</translation>
    </message>
</context>
<context>
    <name>OwnersPage</name>
    <message>
        <source>商铺和单位</source>
        <translation>Shops and units</translation>
    </message>
    <message>
        <source>名称、拼音首字母、经营者、编号</source>
        <translation>Name, pinyin initials, owner or code</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>商铺</source>
        <translation>Shops</translation>
    </message>
    <message>
        <source>驻地单位</source>
        <translation>Units</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>登记商铺</source>
        <translation>Register a shop</translation>
    </message>
    <message>
        <source>登记驻地单位</source>
        <translation>Register a unit</translation>
    </message>
    <message>
        <source>职务</source>
        <translation>Roles</translation>
    </message>
    <message>
        <source>商铺和驻地单位各有一本绿折；★ 表示经营者是党员，另有红折。</source>
        <translation>Every shop and unit has a green book; ★ says the owner is a party member with a red book.</translation>
    </message>
    <message>
        <source>选中一家按 Enter，看它的积分、经营者，也可以修改、记停业。</source>
        <translation>Press Enter on one to see its points and owner, to edit it or mark it closed.</translation>
    </message>
    <message>
        <source>停业的留在这里，积分不丢；空折随停业收起。</source>
        <translation>Closed ones stay here with their points; an empty book is closed with the shop.</translation>
    </message>
    <message>
        <source>没有找到“{text}”。可能是别的读音，或写法不同。</source>
        <translation>“{text}” was not found. It may be read or written another way.</translation>
    </message>
    <message>
        <source>看全部</source>
        <translation>Show all</translation>
    </message>
    <message>
        <source>商铺 {shops} 家&#x3000;驻地单位 {units} 个&#x3000;在营 {open} 家</source>
        <translation>Shops {shops}&#x3000;Units {units}&#x3000;Open {open}</translation>
    </message>
    <message>
        <source>还没有商铺和驻地单位。登记后各有一本绿折。</source>
        <translation>No shops or units yet. Each gets a green book when it is registered.</translation>
    </message>
    <message>
        <source>先在表里选一家。</source>
        <translation>Choose one in the table first.</translation>
    </message>
</context>
<context>
    <name>PaperChoice</name>
    <message>
        <source>纸</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>纸的宽</source>
        <translation>Width of the paper</translation>
    </message>
    <message>
        <source>纸的高</source>
        <translation>Height of the paper</translation>
    </message>
    <message>
        <source>纸（毫米）</source>
        <translation>Paper (mm)</translation>
    </message>
    <message>
        <source>别的大小</source>
        <translation>Other size</translation>
    </message>
</context>
<context>
    <name>PaperForm</name>
    <message>
        <source>下一个空行在第几页</source>
        <translation>Next empty line: page</translation>
    </message>
    <message>
        <source>下一个空行是第几行</source>
        <translation>Next empty line: line</translation>
    </message>
    <message>
        <source>折上最后写的结余</source>
        <translation>Last balance in the book</translation>
    </message>
    <message>
        <source>分</source>
        <translation>points</translation>
    </message>
    <message>
        <source>折上最后一行是</source>
        <translation>Last line in the book</translation>
    </message>
</context>
<context>
    <name>PaperSheet</name>
    <message>
        <source>还没有物品。在上面找到一样，写上数量，按 Enter。</source>
        <translation>No goods yet. Find one above, type how many and press Enter.</translation>
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
    <message>
        <source>红折</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>绿折</source>
        <translation>Green</translation>
    </message>
    <message>
        <source>新折</source>
        <translation>New</translation>
    </message>
    <message>
        <source>在用</source>
        <translation>In use</translation>
    </message>
    <message>
        <source>写满</source>
        <translation>Full</translation>
    </message>
    <message>
        <source>已挂失</source>
        <translation>Lost</translation>
    </message>
    <message>
        <source>已换折</source>
        <translation>Replaced</translation>
    </message>
    <message>
        <source>已注销</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>首次发折</source>
        <translation>First issue</translation>
    </message>
    <message>
        <source>接手旧折</source>
        <translation>Taken over</translation>
    </message>
    <message>
        <source>换折</source>
        <translation>Replacement</translation>
    </message>
    <message>
        <source>挂失补发</source>
        <translation>Reissue</translation>
    </message>
    <message>
        <source>登折</source>
        <translation>Update</translation>
    </message>
    <message>
        <source>登折（PDF）</source>
        <translation>Update (PDF)</translation>
    </message>
    <message>
        <source>整本</source>
        <translation>Booklet</translation>
    </message>
    <message>
        <source>贴条</source>
        <translation>Sticker strip</translation>
    </message>
    <message>
        <source>手写</source>
        <translation>By hand</translation>
    </message>
    <message>
        <source>过次页</source>
        <translation>Carried forward</translation>
    </message>
    <message>
        <source>承前页</source>
        <translation>Brought forward</translation>
    </message>
    <message>
        <source>承上册</source>
        <translation>From last book</translation>
    </message>
    <message>
        <source>转下册</source>
        <translation>To next book</translation>
    </message>
    <message>
        <source>等答复</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>第 {page} 页 第 {line} 行</source>
        <translation>Page {page}, line {line}</translation>
    </message>
    <message>
        <source>第 {page} 页 第 {first}–{last} 行</source>
        <translation>Page {page}, lines {first}–{last}</translation>
    </message>
    <message>
        <source>第 {first} 页 到 第 {last} 页</source>
        <translation>Pages {first} to {last}</translation>
    </message>
    <message>
        <source>冲第 {seq} 行 {words}</source>
        <translation>Reverses line {seq} {words}</translation>
    </message>
    <message>
        <source>{name} {size} 毫米</source>
        <translation>{name} {size} mm</translation>
    </message>
    <message>
        <source>没有校准过</source>
        <translation>Not calibrated</translation>
    </message>
    <message>
        <source>右移</source>
        <translation>right</translation>
    </message>
    <message>
        <source>左移</source>
        <translation>left</translation>
    </message>
    <message>
        <source>下移</source>
        <translation>down</translation>
    </message>
    <message>
        <source>上移</source>
        <translation>up</translation>
    </message>
    <message>
        <source>宽 ×{factor:.3f}</source>
        <translation>width ×{factor:.3f}</translation>
    </message>
    <message>
        <source>高 ×{factor:.3f}</source>
        <translation>height ×{factor:.3f}</translation>
    </message>
    <message>
        <source>连续纸每张再下移 {drift:.2f} 毫米</source>
        <translation>continuous paper {drift:.2f} mm more each sheet</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>校准过，不用移动</source>
        <translation>Calibrated, nothing to move</translation>
    </message>
    <message>
        <source>{word} {length:.1f} 毫米</source>
        <translation>{word} {length:.1f} mm</translation>
    </message>
    <message>
        <source>都打上了</source>
        <translation>Printed</translation>
    </message>
    <message>
        <source>打上 {count} 行</source>
        <translation>{count} printed</translation>
    </message>
    <message>
        <source>没打上</source>
        <translation>Not printed</translation>
    </message>
    <message>
        <source>，打坏 {count} 行</source>
        <translation>, {count} spoilt</translation>
    </message>
    <message>
        <source>要核对</source>
        <translation>To check</translation>
    </message>
</context>
<context>
    <name>Paste</name>
    <message>
        <source>户</source>
        <translation>Households</translation>
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
        <source>户主姓名</source>
        <translation>Head</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>存折号</source>
        <translation>Book no.</translation>
    </message>
    <message>
        <source>账号</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>事项编号</source>
        <translation>Item code</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>积分事项</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>项目</source>
        <translation>Point</translation>
    </message>
    <message>
        <source>分</source>
        <translation>points</translation>
    </message>
    <message>
        <source>分值</source>
        <translation>Points</translation>
    </message>
    <message>
        <source>积分</source>
        <translation>Points</translation>
    </message>
    <message>
        <source>得分</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>摘要</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Explanation</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>发生日期</source>
        <translation>Date of deed</translation>
    </message>
    <message>
        <source>证明人</source>
        <translation>Witness</translation>
    </message>
    <message>
        <source>见证人</source>
        <translation>Witness</translation>
    </message>
</context>
<context>
    <name>Period</name>
    <message>
        <source>周</source>
        <translation>Week</translation>
    </message>
    <message>
        <source>月</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>季</source>
        <translation>Quarter</translation>
    </message>
    <message>
        <source>年</source>
        <translation>Year</translation>
    </message>
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
        <source>{year}年上半年</source>
        <translation>{year} H1</translation>
    </message>
    <message>
        <source>{year}年下半年</source>
        <translation>{year} H2</translation>
    </message>
    <message>
        <source>{year}年</source>
        <translation>{year}</translation>
    </message>
    <message>
        <source>{year}年{month}月</source>
        <translation>{month}/{year}</translation>
    </message>
</context>
<context>
    <name>PeriodPicker</name>
    <message>
        <source>前一期</source>
        <translation>Period before</translation>
    </message>
    <message>
        <source>后一期</source>
        <translation>Period after</translation>
    </message>
</context>
<context>
    <name>PhotosPanel</name>
    <message>
        <source>照片</source>
        <translation>Pictures</translation>
    </message>
    <message>
        <source>加照片</source>
        <translation>Add a picture</translation>
    </message>
    <message>
        <source>删掉所选照片</source>
        <translation>Take out the chosen one</translation>
    </message>
    <message>
        <source>选一张照片</source>
        <translation>Choose a picture</translation>
    </message>
    <message>
        <source>正在读照片…</source>
        <translation>Reading the picture…</translation>
    </message>
    <message>
        <source>先选中要删的照片。</source>
        <translation>First choose the picture to take out.</translation>
    </message>
    <message>
        <source>删照片</source>
        <translation>Take out a picture</translation>
    </message>
    <message>
        <source>删掉这张照片？删了不能恢复。</source>
        <translation>Take out this picture? It cannot be brought back.</translation>
    </message>
    <message>
        <source>删掉</source>
        <translation>Take out</translation>
    </message>
    <message>
        <source>照片 {day}</source>
        <translation>Picture {day}</translation>
    </message>
    <message>
        <source>也可以把照片拖到这里。</source>
        <translation>You can also drop pictures here.</translation>
    </message>
    <message>
        <source>加 {count} 张照片</source>
        <translation>Add {count} pictures</translation>
    </message>
</context>
<context>
    <name>PictureForm</name>
    <message>
        <source>可以不写</source>
        <translation>Optional</translation>
    </message>
    <message>
        <source>哪天拍的</source>
        <translation>Taken on</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Explanation</translation>
    </message>
    <message>
        <source>存照片</source>
        <translation>Keep picture</translation>
    </message>
</context>
<context>
    <name>PinForm</name>
    <message>
        <source>新密码</source>
        <translation>New password</translation>
    </message>
    <message>
        <source>再输一次</source>
        <translation>Once more</translation>
    </message>
    <message>
        <source>原来的密码</source>
        <translation>Old password</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>设密码：{name}</source>
        <translation>Set password: {name}</translation>
    </message>
    <message>
        <source>两次输入的密码不一样，请再输一次。</source>
        <translation>The two passwords differ; type them again.</translation>
    </message>
    <message>
        <source>至少 6 位，不要连号、重复和生日。</source>
        <translation>At least 6 signs; no runs, no repeats, no birthdays.</translation>
    </message>
</context>
<context>
    <name>PlaceForm</name>
    <message>
        <source>改名或移动&#x3000;{name}</source>
        <translation>Rename or move&#x3000;{name}</translation>
    </message>
    <message>
        <source>新网格</source>
        <translation>New grid</translation>
    </message>
    <message>
        <source>{name}下面加一处</source>
        <translation>Add below {name}</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>是什么</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>编码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>属于</source>
        <translation>Within</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>留空就接着往下编。</source>
        <translation>Empty takes the next one.</translation>
    </message>
    <message>
        <source>恢复备份后看过折</source>
        <translation>Looked at the passbook after a restore</translation>
    </message>
    <message>
        <source>改位置</source>
        <translation>Set place</translation>
    </message>
    <message>
        <source>从这里接着登</source>
        <translation>Go on from here</translation>
    </message>
    <message>
        <source>折上的行比账上记的多，才要写；不写就把没登的行接着登。</source>
        <translation>Only if the paper holds more lines than are known; left empty, the lines due follow here.</translation>
    </message>
    <message>
        <source>为什么改</source>
        <translation>Why</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>网格</source>
        <translation>Grid</translation>
    </message>
    <message>
        <source>村民小组</source>
        <translation>Villager group</translation>
    </message>
    <message>
        <source>小区</source>
        <translation>Estate</translation>
    </message>
    <message>
        <source>楼栋</source>
        <translation>Building</translation>
    </message>
    <message>
        <source>单元</source>
        <translation>Entrance</translation>
    </message>
</context>
<context>
    <name>PlacesPage</name>
    <message>
        <source>网格和楼栋</source>
        <translation>Grids and buildings</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>是什么</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>编码</source>
        <translation>Code</translation>
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
        <source>负责人</source>
        <translation>In charge</translation>
    </message>
    <message>
        <source>新网格</source>
        <translation>New grid</translation>
    </message>
    <message>
        <source>下面加一处</source>
        <translation>Add below</translation>
    </message>
    <message>
        <source>改名或移动</source>
        <translation>Rename or move</translation>
    </message>
    <message>
        <source>由谁负责</source>
        <translation>Give a role</translation>
    </message>
    <message>
        <source>网格下面可以有村民小组、小区、楼栋、单元；编码自动接着编，用过的不再用。</source>
        <translation>A grid can hold villager groups, estates, buildings and entrances. Codes go on by themselves; a used one never comes again.</translation>
    </message>
    <message>
        <source>网格一般 300 到 500 户，不在这个数的只提醒，不影响使用。</source>
        <translation>A grid usually has 300 to 500 households. Others are only pointed out; nothing is blocked.</translation>
    </message>
    <message>
        <source>选中一处按“由谁负责”，登记网格员、楼栋长等；结束职务在“商铺和单位”的“职务”里。</source>
        <translation>Choose a place and press “Give a role” for a grid worker, building leader and so on. Roles end under “Shops and units”, “Roles”.</translation>
    </message>
    <message>
        <source>{role} {name}（{day}起）</source>
        <translation>{role} {name} (since {day})</translation>
    </message>
    <message>
        <source>{name} {count} 户</source>
        <translation>{name} {count}</translation>
    </message>
    <message>
        <source>ⓘ 网格一般 {least} 到 {most} 户：{each}。只是提醒，不影响使用。</source>
        <translation>ⓘ A grid usually has {least} to {most} households: {each}. Only a hint, nothing is blocked.</translation>
    </message>
    <message>
        <source>先选一处网格或楼栋。</source>
        <translation>Choose a grid or building first.</translation>
    </message>
    <message>
        <source>已保存。</source>
        <translation>Saved.</translation>
    </message>
    <message>
        <source>看哪一天有几户</source>
        <translation>Households on a day</translation>
    </message>
    <message>
        <source>{name}那天有 {count} 户</source>
        <translation>{name}: {count} households that day</translation>
    </message>
</context>
<context>
    <name>PledgeForm</name>
    <message>
        <source>姓名、首字母、户编号</source>
        <translation>Name, initials or household code</translation>
    </message>
    <message>
        <source>不为某件事，一般承诺</source>
        <translation>General, for no event</translation>
    </message>
    <message>
        <source>登记签订承诺书</source>
        <translation>Record a signed pledge</translation>
    </message>
    <message>
        <source>承诺人</source>
        <translation>Signer</translation>
    </message>
    <message>
        <source>为某件红白事签、又留空，就是事主家。</source>
        <translation>Left empty for an event: the host&apos;s household.</translation>
    </message>
    <message>
        <source>身份</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>为哪件事</source>
        <translation>For</translation>
    </message>
    <message>
        <source>签订日期</source>
        <translation>Signed on</translation>
    </message>
</context>
<context>
    <name>PledgePaperPage</name>
    <message>
        <source>移风易俗承诺书</source>
        <translation>Pledge for plain weddings and funerals</translation>
    </message>
    <message>
        <source>一人一页，请本人签名；理事会的人在旁见证。</source>
        <translation>A page a person, signed by that person; somebody of the council witnesses it.</translation>
    </message>
    <message>
        <source>签好了回到承诺书，按“登记签订”。</source>
        <translation>Once signed, go back to Pledges and press “Record signing”.</translation>
    </message>
    <message>
        <source>正在排承诺书…</source>
        <translation>Laying out the pledges…</translation>
    </message>
</context>
<context>
    <name>PledgeWordsForm</name>
    <message>
        <source>承诺书的文字</source>
        <translation>Text of the pledge</translation>
    </message>
    <message>
        <source>文字</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>一段一行；已签的仍是原来的文字。</source>
        <translation>A paragraph a line; signed pledges keep their old text.</translation>
    </message>
    <message>
        <source>议定日期</source>
        <translation>Decided on</translation>
    </message>
</context>
<context>
    <name>PointsBox</name>
    <message>
        <source>基础分也转</source>
        <translation>Base points too</translation>
    </message>
    <message>
        <source>可用分</source>
        <translation>Spendable</translation>
    </message>
    <message>
        <source>基础分</source>
        <translation>Base points</translation>
    </message>
    <message>
        <source>村里定的规矩：{rule}，基础分也转。这一户另有商量的可以另选。</source>
        <translation>The village&apos;s rule: {rule}, base points go too. Another one can be chosen for this household.</translation>
    </message>
    <message>
        <source>村里定的规矩：{rule}。这一户另有商量的可以另选。</source>
        <translation>The village&apos;s rule: {rule}. Another one can be chosen for this household.</translation>
    </message>
</context>
<context>
    <name>PostPage</name>
    <message>
        <source>登折</source>
        <translation>Update passbook</translation>
    </message>
    <message>
        <source>看清姓名，把存折翻到屏幕上说的那一页，放进打印机，按回车打印。</source>
        <translation>Look at the name, open the passbook at the page the screen says, put it into the printer and press Enter.</translation>
    </message>
    <message>
        <source>打完问“打好了吗？”：好了按回车；没打全，按第一行没打上的行号，再按回车。</source>
        <translation>Then “Is it printed?”: Enter for yes; if lines are missing, type the number of the first one and press Enter.</translation>
    </message>
    <message>
        <source>答了好了，才算在折上。先离开也行，这本在打印中心是“等答复”，不会打重。</source>
        <translation>Only a yes puts the lines in the book. You may leave before: the book stays “Waiting” in the Print centre and nothing is printed twice.</translation>
    </message>
    <message>
        <source>打印机没有准备好，可能没打上。看看折，再答下面这一问。</source>
        <translation>The printer was not ready, perhaps nothing was printed. Look at the book, then answer below.</translation>
    </message>
    <message>
        <source>登折 {books} 本，{lines} 行。</source>
        <translation>Passbooks updated: {books}, lines: {lines}.</translation>
    </message>
    <message>
        <source>留下 {left} 本以后登。</source>
        <translation> Left for later: {left}.</translation>
    </message>
    <message>
        <source>没有要登的存折，都在折上了。</source>
        <translation>No passbook to update; all entries are in the books.</translation>
    </message>
    <message>
        <source>还没有存折。先发一本，或接手村里原来手写的折。</source>
        <translation>No passbook yet. Issue one, or take over the old hand-written one.</translation>
    </message>
    <message>
        <source>发折</source>
        <translation>Issue passbook</translation>
    </message>
    <message>
        <source>已换折，新折 {number}。先把旧折的“转下册”打上。</source>
        <translation>Replaced; the new book is {number}. First print “To next book” in the old one.</translation>
    </message>
    <message>
        <source>打新折封面</source>
        <translation>Print the new cover</translation>
    </message>
    <message>
        <source>登折&#x3000;第 {place} 本，共 {count} 本</source>
        <translation>Update passbook&#x3000;{place} of {count}</translation>
    </message>
    <message>
        <source>存折 {number}</source>
        <translation>Passbook {number}</translation>
    </message>
    <message>
        <source>第 {n} 册</source>
        <translation>Book {n}</translation>
    </message>
    <message>
        <source>{place}，{count} 行</source>
        <translation>{place}, {count} in all</translation>
    </message>
    <message>
        <source>写满了</source>
        <translation>Full</translation>
    </message>
    <message>
        <source>没有要登的行</source>
        <translation>No unprinted entries</translation>
    </message>
    <message>
        <source>这是新折，封面和首页打过了再登折。</source>
        <translation>This is a new book; print its cover and first page before updating it.</translation>
    </message>
    <message>
        <source>打封面首页</source>
        <translation>Print cover</translation>
    </message>
    <message>
        <source>折上没有空行了，还有 {count} 行没登，请换折。</source>
        <translation>No empty line is left and {count} entries are unprinted. Replace the book.</translation>
    </message>
    <message>
        <source>账上的行都在折上了。</source>
        <translation>All entries of the ledger are in the book.</translation>
    </message>
    <message>
        <source>请翻到第 {page} 页</source>
        <translation>Turn to page {page}</translation>
    </message>
    <message>
        <source>请放存折，翻到第 {page} 页</source>
        <translation>Put the book in, open at page {page}</translation>
    </message>
    <message>
        <source>这一页打好后，还有 {count} 行在后面的页。</source>
        <translation>After this page {count} more lines come on the next.</translation>
    </message>
    <message>
        <source>这本折打完这些行就满了，其余的要换折。</source>
        <translation>With these lines the book is full; the rest needs a new one.</translation>
    </message>
    <message>
        <source>存为 PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>手写</source>
        <translation>By hand</translation>
    </message>
    <message>
        <source>下一本</source>
        <translation>Next book</translation>
    </message>
    <message>
        <source>以后再登</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>打印  Enter</source>
        <translation>Print  Enter</translation>
    </message>
    <message>
        <source>存为 PDF  Enter</source>
        <translation>Save as PDF  Enter</translation>
    </message>
    <message>
        <source>换折  Enter</source>
        <translation>Replace book  Enter</translation>
    </message>
    <message>
        <source>正在送打印机…</source>
        <translation>Sending to the printer…</translation>
    </message>
    <message>
        <source>PDF 文件</source>
        <translation>PDF file</translation>
    </message>
    <message>
        <source>正在生成 PDF…</source>
        <translation>Making the PDF…</translation>
    </message>
    <message>
        <source>存折册</source>
        <translation>Books</translation>
    </message>
    <message>
        <source>打印中心  Enter</source>
        <translation>Print centre  Enter</translation>
    </message>
    <message>
        <source>恢复过备份，折上可能已经多几行。请先核对，再登。</source>
        <translation>A backup was restored; the paper may hold more lines. Check it before printing.</translation>
    </message>
    <message>
        <source>核对</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>回去  Enter</source>
        <translation>Back  Enter</translation>
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
    <message>
        <source>正在送打印机…</source>
        <translation>Sending to the printer…</translation>
    </message>
</context>
<context>
    <name>PriceForm</name>
    <message>
        <source>现在 {points} 分。</source>
        <translation>Now {points} points.</translation>
    </message>
    <message>
        <source>兑换分值</source>
        <translation>Points price</translation>
    </message>
    <message>
        <source>分</source>
        <translation>points</translation>
    </message>
    <message>
        <source>从哪天起</source>
        <translation>Since</translation>
    </message>
    <message>
        <source>要晚于按旧分值兑换过的最后一天。</source>
        <translation>Later than the last day it was redeemed at the old points price.</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Based on</translation>
    </message>
    <message>
        <source>哪次会定的，如“6月5日村民代表会”。</source>
        <translation>Which meeting set it, such as “villagers&apos; meeting of 5 June”.</translation>
    </message>
    <message>
        <source>新分值&#x3000;{name}</source>
        <translation>New price&#x3000;{name}</translation>
    </message>
    <message>
        <source>定分值</source>
        <translation>Set price</translation>
    </message>
</context>
<context>
    <name>PrintablePage</name>
    <message>
        <source>Excel 表格</source>
        <translation>Excel workbook</translation>
    </message>
    <message>
        <source>存为 Excel</source>
        <translation>Save as Excel</translation>
    </message>
    <message>
        <source>已存为 {name}。</source>
        <translation>Saved as {name}.</translation>
    </message>
</context>
<context>
    <name>PrinterBox</name>
    <message>
        <source>这台电脑没有打印机。存为 PDF 拿去打，或照屏幕手写。</source>
        <translation>No printer here. Save as PDF, or write by hand from the screen.</translation>
    </message>
    <message>
        <source>校准</source>
        <translation>Calibration</translation>
    </message>
    <message>
        <source>打印机</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>纸</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>校正</source>
        <translation>Correction</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>正在核对账目…</source>
        <translation>Checking the ledger…</translation>
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
    <name>ProofStep</name>
    <message>
        <source>横放</source>
        <translation>Landscape</translation>
    </message>
    <message>
        <source>竖放</source>
        <translation>Portrait</translation>
    </message>
    <message>
        <source>{size} 磅</source>
        <translation>{size} pt</translation>
    </message>
    <message>
        <source>纸</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>方向</source>
        <translation>Direction</translation>
    </message>
    <message>
        <source>字号</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>还没有出校样。按 F8 出一份，打印出来请管理小组核对。</source>
        <translation>No proof yet. F8 makes one; print it for the points committee to check.</translation>
    </message>
    <message>
        <source>校样 {day} {time}，{who}出的。</source>
        <translation>Proof of {day} {time} by {who}.</translation>
    </message>
    <message>
        <source>和现在一样，核对好就往下走。</source>
        <translation> It is as of now; once checked, go on.</translation>
    </message>
    <message>
        <source>后来有变动，请重出校样。</source>
        <translation> Points or facts have changed since; make the proof again.</translation>
    </message>
    <message>
        <source>后来改了样式，请重出校样。</source>
        <translation> The look has changed since; make the proof again.</translation>
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
    <name>QuestionBox</name>
    <message>
        <source>打好了吗？</source>
        <translation>Is it printed?</translation>
    </message>
    <message>
        <source>没打全？按第一行没打上的行号，或用 ↓ 选。</source>
        <translation>Missing? Number of the first line, or ↓.</translation>
    </message>
    <message>
        <source>{who} {when} 送出的{way}，{place}，还没有答复。</source>
        <translation>{way}, {when}, {who}: {place}, not answered.</translation>
    </message>
    <message>
        <source>✓ 都打上了</source>
        <translation>✓ All printed</translation>
    </message>
    <message>
        <source>✕ 整本没打好，要重打</source>
        <translation>✕ The booklet failed, print it again</translation>
    </message>
    <message>
        <source>第 {number} 行&#x3000;{day}&#x3000;{words}&#x3000;结余 {balance}</source>
        <translation>Line {number}&#x3000;{day}&#x3000;{words}&#x3000;= {balance}</translation>
    </message>
    <message>
        <source>好了  Enter</source>
        <translation>Yes  Enter</translation>
    </message>
    <message>
        <source>没打好  Enter</source>
        <translation>Not printed  Enter</translation>
    </message>
    <message>
        <source>从第 {line} 行起没打上  Enter</source>
        <translation>Not printed from line {line} on  Enter</translation>
    </message>
    <message>
        <source>这行打坏了</source>
        <translation>This line is spoilt</translation>
    </message>
    <message>
        <source>这一行作废，从下一行接着打。</source>
        <translation>This line is void; printing goes on with the next.</translation>
    </message>
    <message>
        <source>{who} {when} 送出的{way}，{place}。折上到底打上了哪些？</source>
        <translation>{way}, {when}, {who}: {place}. Which lines are in the book?</translation>
    </message>
</context>
<context>
    <name>QueueFace</name>
    <message>
        <source>现在请</source>
        <translation>Now serving</translation>
    </message>
    <message>
        <source>还没有发号。在“名单”里扫存折，或选中一户按回车。</source>
        <translation>No tickets yet. Under “List” scan a passbook, or choose a household and press Enter.</translation>
    </message>
    <message>
        <source>没有人等</source>
        <translation>Nobody waiting</translation>
    </message>
    <message>
        <source>{number} 号</source>
        <translation>No. {number}</translation>
    </message>
    <message>
        <source>门牌 {number}</source>
        <translation>House no. {number}</translation>
    </message>
    <message>
        <source>可兑 {points} 分</source>
        <translation>{points} points redeemable</translation>
    </message>
    <message>
        <source>等候 {waiting} 户，已兑 {served} 户</source>
        <translation>Waiting: {waiting}, redeemed: {served}</translation>
    </message>
</context>
<context>
    <name>QueuePage</name>
    <message>
        <source>打印中心</source>
        <translation>Print centre</translation>
    </message>
    <message>
        <source>姓名、拼音首字母、门牌、户编号、存折号</source>
        <translation>Name, pinyin initials, house no., code or book no.</translation>
    </message>
    <message>
        <source>待登折</source>
        <translation>To update</translation>
    </message>
    <message>
        <source>全部存折</source>
        <translation>All passbooks</translation>
    </message>
    <message>
        <source>没有折</source>
        <translation>No book</translation>
    </message>
    <message>
        <source>表里是等着登折的存折。回车登选中的一本，F9 按表的顺序逐本登。</source>
        <translation>The table shows the passbooks with unprinted entries. Enter updates the chosen one, F9 one after another as listed.</translation>
    </message>
    <message>
        <source>没有合用的打印机：选贴条，打好剪下贴上；或选手写，照屏幕抄。</source>
        <translation>No printer takes the book: Sticker strips are printed, cut out and stuck in; By hand shows the lines to copy.</translation>
    </message>
    <message>
        <source>按“没有折”看还没发折的户，选中回车发一本，按“发折”给列出的都发。</source>
        <translation>“No book” shows who has none yet; Enter issues one, “Issue” one for all that are listed.</translation>
    </message>
    <message>
        <source>已发 {count} 本。</source>
        <translation>Passbooks issued: {count}.</translation>
    </message>
    <message>
        <source>范围</source>
        <translation>Grid</translation>
    </message>
    <message>
        <source>副本</source>
        <translation>Copies</translation>
    </message>
    <message>
        <source>打印记录</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>校准</source>
        <translation>Calibrate</translation>
    </message>
    <message>
        <source>折样</source>
        <translation>Kinds</translation>
    </message>
    <message>
        <source>整本</source>
        <translation>Booklet</translation>
    </message>
    <message>
        <source>手写</source>
        <translation>By hand</translation>
    </message>
    <message>
        <source>贴条</source>
        <translation>Sticker strips</translation>
    </message>
    <message>
        <source>存折册</source>
        <translation>Books</translation>
    </message>
    <message>
        <source>发折</source>
        <translation>Issue</translation>
    </message>
    <message>
        <source>逐本登折</source>
        <translation>Update one by one</translation>
    </message>
    <message>
        <source>{count} 个账号还没有存折。</source>
        <translation>Accounts without a passbook: {count}.</translation>
    </message>
    <message>
        <source>{count} 本，未登 {lines} 行。</source>
        <translation>Passbooks: {count}, unprinted entries: {lines}.</translation>
    </message>
    <message>
        <source>{count} 本等答复。</source>
        <translation> Waiting for an answer: {count}.</translation>
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
        <source>没有要登的存折，都在折上了。还没发折的，在“没有折”里。</source>
        <translation>No passbook to update; all entries are in the books. Who has no book yet stands under “No book”.</translation>
    </message>
    <message>
        <source>看没有折的</source>
        <translation>Show those without</translation>
    </message>
    <message>
        <source>每个账号都有存折了。</source>
        <translation>Every account has its passbook.</translation>
    </message>
    <message>
        <source>看待登折的</source>
        <translation>Show those to update</translation>
    </message>
    <message>
        <source>还没有发过存折。在“没有折”里给户和党员发折。</source>
        <translation>No passbook was issued yet. Issue them under “No book”.</translation>
    </message>
    <message>
        <source>先在表里选一本。</source>
        <translation>Choose a passbook in the table first.</translation>
    </message>
    <message>
        <source>核验</source>
        <translation>Verify</translation>
    </message>
    <message>
        <source>{count} 本可以接着登了。</source>
        <translation>{count} passbooks can be printed in again.</translation>
    </message>
    <message>
        <source>恢复过备份，{count} 本要拿折来核对再登：回车一本一本看。</source>
        <translation>A backup was restored: {count} passbooks must be looked at before printing. Enter opens one.</translation>
    </message>
    <message>
        <source>都对得上</source>
        <translation>All agree</translation>
    </message>
    <message>
        <source>备份以后没有往这 {count} 本折上打过？是怎么知道的？</source>
        <translation>Was nothing printed into these {count} passbooks since the backup? How do you know?</translation>
    </message>
    <message>
        <source>接着登</source>
        <translation>Go on</translation>
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
    <message>
        <source>兑换柜台</source>
        <translation>Counter</translation>
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
    <message>
        <source>整批改事项</source>
        <translation>Move the whole act</translation>
    </message>
    <message>
        <source>改成哪个事项：编号、名称</source>
        <translation>Which item instead: code or name</translation>
    </message>
    <message>
        <source>没有这个事项</source>
        <translation>No such item</translation>
    </message>
    <message>
        <source>冲销“{act}”共 {lines} 笔？原来的行留着，另记一行红字。</source>
        <translation>Reverse “{act}”, {lines} lines? The old lines stay; red ones are added.</translation>
    </message>
    <message>
        <source>冲销</source>
        <translation>Reverse</translation>
    </message>
    <message>
        <source>把“{act}”共 {lines} 笔改成“{item}”？原来的行冲销，另记新的。</source>
        <translation>Make the {lines} lines of “{act}” count as “{item}”? The old lines are reversed, new ones entered.</translation>
    </message>
    <message>
        <source>改事项</source>
        <translation>Move</translation>
    </message>
</context>
<context>
    <name>Redemption</name>
    <message>
        <source>不限</source>
        <translation>No limit</translation>
    </message>
    <message>
        <source>每户每次</source>
        <translation>Household/visit</translation>
    </message>
    <message>
        <source>每户每月</source>
        <translation>Household/month</translation>
    </message>
    <message>
        <source>每户每季</source>
        <translation>Household/quarter</translation>
    </message>
    <message>
        <source>每户每年</source>
        <translation>Household/year</translation>
    </message>
    <message>
        <source>物品</source>
        <translation>Goods</translation>
    </message>
    <message>
        <source>服务</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>期初</source>
        <translation>Opening</translation>
    </message>
    <message>
        <source>购买</source>
        <translation>Bought</translation>
    </message>
    <message>
        <source>捐赠</source>
        <translation>Donated</translation>
    </message>
    <message>
        <source>调入</source>
        <translation>Transferred in</translation>
    </message>
    <message>
        <source>调拨</source>
        <translation>Transfer</translation>
    </message>
    <message>
        <source>过期</source>
        <translation>Expired</translation>
    </message>
    <message>
        <source>入库</source>
        <translation>Stock in</translation>
    </message>
    <message>
        <source>出库</source>
        <translation>Stock out</translation>
    </message>
    <message>
        <source>兑换</source>
        <translation>Redemption</translation>
    </message>
    <message>
        <source>盘点</source>
        <translation>Stocktake</translation>
    </message>
    <message>
        <source>{period} {count} {unit}</source>
        <translation>{period} {count} {unit}</translation>
    </message>
    <message>
        <source>已停用</source>
        <translation>Off</translation>
    </message>
    <message>
        <source>没定分值</source>
        <translation>No points price</translation>
    </message>
    <message>
        <source>缺货</source>
        <translation>Out of stock</translation>
    </message>
    <message>
        <source>要补货</source>
        <translation>To restock</translation>
    </message>
    <message>
        <source>{count} 户等</source>
        <translation>Waiting {count}</translation>
    </message>
    <message>
        <source>过期 {count}</source>
        <translation>Expired {count}</translation>
    </message>
    <message>
        <source>快过期</source>
        <translation>Expiring</translation>
    </message>
    <message>
        <source>还没到</source>
        <translation>Not yet</translation>
    </message>
    <message>
        <source>现在用</source>
        <translation>In use</translation>
    </message>
    <message>
        <source>已换</source>
        <translation>Replaced</translation>
    </message>
    <message>
        <source>退货</source>
        <translation>Returned to seller</translation>
    </message>
    <message>
        <source>收回</source>
        <translation>Taken back</translation>
    </message>
    <message>
        <source>兑换退回</source>
        <translation>Slip taken back</translation>
    </message>
    <message>
        <source>{word}（已收回）</source>
        <translation>{word} (taken back)</translation>
    </message>
    <message>
        <source>{word}（已退回）</source>
        <translation>{word} (taken back)</translation>
    </message>
    <message>
        <source>损坏</source>
        <translation>Damaged</translation>
    </message>
</context>
<context>
    <name>RedemptionReport</name>
    <message>
        <source>户</source>
        <translation>households</translation>
    </message>
    <message>
        <source>张</source>
        <translation>slips</translation>
    </message>
    <message>
        <source>件</source>
        <translation>pieces</translation>
    </message>
    <message>
        <source>分</source>
        <translation>points</translation>
    </message>
    <message>
        <source>元</source>
        <translation>yuan</translation>
    </message>
    <message>
        <source>占 {percent}%</source>
        <translation>{percent}%</translation>
    </message>
    <message>
        <source>{count} 种</source>
        <translation>{count} kinds</translation>
    </message>
    <message>
        <source>{count} 种，其中 {expired} 件已过期</source>
        <translation>{count} kinds, {expired} pieces of them expired</translation>
    </message>
    <message>
        <source>另有 {count} 件还没有分值</source>
        <translation>{count} more pieces have no points price</translation>
    </message>
    <message>
        <source>没过期的，按今天的分值</source>
        <translation>What has not expired, at today&apos;s points price</translation>
    </message>
    <message>
        <source>{count} 本</source>
        <translation>{count} passbooks</translation>
    </message>
    <message>
        <source>{count} 本停兑、否决或不兑换</source>
        <translation>{count} passbooks suspended, vetoed or without redemption</translation>
    </message>
    <message>
        <source>另有 {count} 件没写进价</source>
        <translation>{count} more pieces have no cost</translation>
    </message>
    <message>
        <source>没有定，在设置里填</source>
        <translation>Not set, give it in Settings</translation>
    </message>
    <message>
        <source>已超出</source>
        <translation>Overspent</translation>
    </message>
    <message>
        <source>{name}（服务）</source>
        <translation>{name} (service)</translation>
    </message>
    <message>
        <source>参与积分的户</source>
        <translation>Taking part</translation>
    </message>
    <message>
        <source>兑换了的户</source>
        <translation>Have redeemed</translation>
    </message>
    <message>
        <source>开出兑换单</source>
        <translation>Slips made</translation>
    </message>
    <message>
        <source>退回</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>兑换物品和服务</source>
        <translation>Goods and services</translation>
    </message>
    <message>
        <source>其中：服务</source>
        <translation>of which services</translation>
    </message>
    <message>
        <source>兑换积分</source>
        <translation>Points redeemed</translation>
    </message>
    <message>
        <source>现在在库</source>
        <translation>In stock now</translation>
    </message>
    <message>
        <source>库存合分值</source>
        <translation>Stock in points</translation>
    </message>
    <message>
        <source>存折上可用积分</source>
        <translation>Spendable points</translation>
    </message>
    <message>
        <source>其中：现在能兑换</source>
        <translation>of which redeemable</translation>
    </message>
    <message>
        <source>全年已购入</source>
        <translation>Bought this year</translation>
    </message>
    <message>
        <source>全年预算</source>
        <translation>Year&apos;s budget</translation>
    </message>
    <message>
        <source>预算余额</source>
        <translation>Budget left</translation>
    </message>
</context>
<context>
    <name>RedemptionReportPage</name>
    <message>
        <source>兑换汇总</source>
        <translation>Redemption summary</translation>
    </message>
    <message>
        <source>这一期没有兑换。</source>
        <translation>Nothing was redeemed in this period.</translation>
    </message>
    <message>
        <source>选月、季、年，左右箭头看前后各期；右边换按物品、按网格、按兑换点看。</source>
        <translation>Choose month, quarter or year, the arrows go to the periods before and after; on the right choose goods, grids or outlets.</translation>
    </message>
    <message>
        <source>数按存折账目算，退回的已减去；积分和钱分开，从不互相折算。</source>
        <translation>The figures come from the passbooks&apos; ledger, less what was returned; points and money stay apart and are never turned into each other.</translation>
    </message>
    <message>
        <source>要上墙就到公示里出“兑换公示”；这里的汇总报乡镇，可打印、存 Excel。</source>
        <translation>For the wall make a “Redemption notice” under Notices; this summary is for the township, to print or save as Excel.</translation>
    </message>
    <message>
        <source>正在排版…</source>
        <translation>Laying out…</translation>
    </message>
    <message>
        <source>共 {pieces} 件，{points} 分</source>
        <translation>{pieces} pieces, {points} points</translation>
    </message>
    <message>
        <source>这一期还没有过完，数还会变。</source>
        <translation>This period is not over, the figures will change.</translation>
    </message>
    <message>
        <source>总的</source>
        <translation>Overall</translation>
    </message>
    <message>
        <source>按物品</source>
        <translation>By goods</translation>
    </message>
    <message>
        <source>按网格</source>
        <translation>By grid</translation>
    </message>
    <message>
        <source>按兑换点</source>
        <translation>By outlet</translation>
    </message>
    <message>
        <source>出兑换公示</source>
        <translation>Make notice</translation>
    </message>
    <message>
        <source>存为 Excel</source>
        <translation>Save as Excel</translation>
    </message>
    <message>
        <source>打印预览</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>{period}兑换情况汇总</source>
        <translation>Redemption summary {period}</translation>
    </message>
    <message>
        <source>正在存为 Excel…</source>
        <translation>Saving as Excel…</translation>
    </message>
    <message>
        <source>库存、可用积分和预算是今天的数；积分不折算成钱。</source>
        <translation>Stock, spendable points and budget are today&apos;s; points are not turned into money.</translation>
    </message>
</context>
<context>
    <name>RegisterPage</name>
    <message>
        <source>导入红白事旧台账</source>
        <translation>Import the old event register</translation>
    </message>
    <message>
        <source>正在读取表格…</source>
        <translation>Reading the sheet…</translation>
    </message>
    <message>
        <source>事主、事由</source>
        <translation>Host or occasion</translation>
    </message>
    <message>
        <source>有问题的</source>
        <translation>With problems</translation>
    </message>
    <message>
        <source>可以导入的</source>
        <translation>Ready</translation>
    </message>
    <message>
        <source>请核对的</source>
        <translation>To look at</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>按哪一版标准</source>
        <translation>By which standard</translation>
    </message>
    <message>
        <source>先导入花名册、采用红白事标准，再选理事会的旧台账。</source>
        <translation>Import the roster and adopt a standard first, then choose the council&apos;s old register.</translation>
    </message>
    <message>
        <source>每件按事主、网格、门牌对到户；对不上的选中那一行，选户。</source>
        <translation>Each event finds its household by host, grid and house number; where that fails choose the row and the household.</translation>
    </message>
    <message>
        <source>F8 导入；已有的不重复，旧台账没写的不补，超没超按标准重新算。</source>
        <translation>F8 imports; nothing comes in twice, gaps are not filled, and the standard decides anew what is over.</translation>
    </message>
    <message>
        <source>导错了，在“设置”的导入记录里撤销，30 天以内都行。</source>
        <translation>A wrong import can be undone for 30 days under Imports so far in Settings.</translation>
    </message>
    <message>
        <source>这份台账已作为第 {batch} 批导入过；已有的不会重复。</source>
        <translation>This register came in as batch {batch} before; nothing comes in twice.</translation>
    </message>
    <message>
        <source>没有新的，什么也没写。</source>
        <translation>Nothing new, nothing was written.</translation>
    </message>
    <message>
        <source>导入了 {count} 件（第 {batch} 批），有问题的 {wrong} 行没有导入。</source>
        <translation>{count} events imported (batch {batch}); {wrong} rows with problems were left out.</translation>
    </message>
    <message>
        <source>看红白事</source>
        <translation>See events</translation>
    </message>
    <message>
        <source>选理事会的红白事台账，每件对到户、对照标准，有问题的逐条列出。</source>
        <translation>Choose the council&apos;s event register; each event is matched to a household and the standard, problems are listed.</translation>
    </message>
    <message>
        <source>有 {count} 件早于村里第一份标准，按第 {number} 版（{day} 通过）算，以后也不变。</source>
        <translation>{count} events are older than the village&apos;s first standard; they go by version {number} ({day}) for good.</translation>
    </message>
    <message>
        <source>按第 {number} 版</source>
        <translation>By version {number}</translation>
    </message>
    <message>
        <source>{file}：{lines} 件，红事 {red}、白事 {white}，报备 {declared} 桌、实际 {actual} 桌，违规 {over} 件，没核查 {waiting} 件。</source>
        <translation>{file}: {lines} events, weddings {red}, funerals {white}, tables declared {declared}, found {actual}, against the standard {over}, not checked {waiting}.</translation>
    </message>
    <message>
        <source>按当天报备算</source>
        <translation>Take as filed on the day</translation>
    </message>
    <message>
        <source>不按当天算</source>
        <translation>Not as filed on the day</translation>
    </message>
    <message>
        <source>红白事台账_有问题的.xlsx</source>
        <translation>Event register_problems.xlsx</translation>
    </message>
    <message>
        <source>导入 {count} 件</source>
        <translation>Import {count}</translation>
    </message>
</context>
<context>
    <name>RelationCombo</name>
    <message>
        <source>请选关系</source>
        <translation>Choose a relation</translation>
    </message>
</context>
<context>
    <name>RelationsBox</name>
    <message>
        <source>{name}与新户主的关系</source>
        <translation>What {name} is to the new head</translation>
    </message>
    <message>
        <source>未写</source>
        <translation>Not given</translation>
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
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>喜庆事</source>
        <translation>Feast</translation>
    </message>
    <message>
        <source>到哪天</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>当事人</source>
        <translation>Persons</translation>
    </message>
    <message>
        <source>合办另一家</source>
        <translation>The other family</translation>
    </message>
    <message>
        <source>邀请范围</source>
        <translation>Invited</translation>
    </message>
</context>
<context>
    <name>ReturnForm</name>
    <message>
        <source>归还{name}，还有 {open} {unit}在外</source>
        <translation>Return {name}: {open} {unit} still out</translation>
    </message>
    <message>
        <source>好的</source>
        <translation>Good</translation>
    </message>
    <message>
        <source>坏的</source>
        <translation>Broken</translation>
    </message>
    <message>
        <source>少的</source>
        <translation>Short</translation>
    </message>
    <message>
        <source>不会再还的才算少的。</source>
        <translation>Short are those that never come back.</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Explanation</translation>
    </message>
    <message>
        <source>如 断了一条腿，照价赔了。</source>
        <translation>Such as: a leg broke, paid for.</translation>
    </message>
    <message>
        <source>归还日期</source>
        <translation>Returned on</translation>
    </message>
</context>
<context>
    <name>ReviewSheetPage</name>
    <message>
        <source>积分审核单</source>
        <translation>Review sheet</translation>
    </message>
    <message>
        <source>打印出来逐条审核、三人签字；回到审核页，按单号办理。</source>
        <translation>Print it, review one by one, three people sign; back on the review page go on with its number.</translation>
    </message>
    <message>
        <source>打印，或存为 PDF；单号在左上角，同样几条再打还是这个单号。</source>
        <translation>Print or save as PDF; the number stands top left, the same claims keep their number.</translation>
    </message>
    <message>
        <source>签好字回到审核页，勾选同意的，填单号，F8 通过；不同意的按退回。</source>
        <translation>Back on the review page tick what was agreed, enter the number, F8 passes; reject the rest.</translation>
    </message>
    <message>
        <source>正在排审核单…</source>
        <translation>Laying out the review sheet…</translation>
    </message>
    <message>
        <source>积分审核单 {number}</source>
        <translation>Review sheet {number}</translation>
    </message>
</context>
<context>
    <name>Rhythm</name>
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
        <source>本半年</source>
        <translation>This half-year</translation>
    </message>
    <message>
        <source>本年</source>
        <translation>This year</translation>
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
        <source>下一件</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>{title}（{rhythm}）</source>
        <translation>{title} ({rhythm})</translation>
    </message>
    <message>
        <source>记录</source>
        <translation>record</translation>
    </message>
    <message>
        <source>统计</source>
        <translation>count</translation>
    </message>
    <message>
        <source>评比</source>
        <translation>ranking</translation>
    </message>
    <message>
        <source>公示</source>
        <translation>notice</translation>
    </message>
    <message>
        <source>兑换</source>
        <translation>redemption</translation>
    </message>
    <message>
        <source>考评</source>
        <translation>assessment</translation>
    </message>
    <message>
        <source>一事一{part}</source>
        <translation>{part} of each deed</translation>
    </message>
    <message>
        <source>一周一{part}</source>
        <translation>weekly {part}</translation>
    </message>
    <message>
        <source>一月一{part}</source>
        <translation>monthly {part}</translation>
    </message>
    <message>
        <source>一季一{part}</source>
        <translation>quarterly {part}</translation>
    </message>
    <message>
        <source>半年一{part}</source>
        <translation>half-yearly {part}</translation>
    </message>
    <message>
        <source>一年一{part}</source>
        <translation>yearly {part}</translation>
    </message>
    <message>
        <source>随时{part}</source>
        <translation>{part} at any time</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
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
        <source>{count} 件申报待审</source>
        <translation>{count} claims await review</translation>
    </message>
    <message>
        <source>{count} 件公示期满，可以入账</source>
        <translation>{count} claims&apos; notice is over, they can be entered</translation>
    </message>
    <message>
        <source>{count} 件在公示中，公示归档后才入账</source>
        <translation>{count} claims on notice, to be entered when it is archived</translation>
    </message>
    <message>
        <source>{name}（{households} 户）{since} 起没有记录</source>
        <translation>{name} ({households} households): no entries since {since}</translation>
    </message>
    <message>
        <source>{count} 个网格 {since} 起没有记录：{names}</source>
        <translation>{count} grids without entries since {since}: {names}</translation>
    </message>
    <message>
        <source>各网格 {since} 起都有记录</source>
        <translation>All grids have entries since {since}</translation>
    </message>
    <message>
        <source>{first} 到今天：{households} 户中 {recorded} 户有记录</source>
        <translation>{first} to today: {recorded} of {households} households have entries</translation>
    </message>
    <message>
        <source>{period}统计可出</source>
        <translation>Count of {period} can be made</translation>
    </message>
    <message>
        <source>{period}统计已出</source>
        <translation>Count of {period} is made</translation>
    </message>
    <message>
        <source>{period}评比可出</source>
        <translation>Ranking of {period} can be made</translation>
    </message>
    <message>
        <source>{period}评比已出</source>
        <translation>Ranking of {period} is made</translation>
    </message>
    <message>
        <source>{period}考评可办，先出全部得分</source>
        <translation>Assessment of {period} can begin, get all scores first</translation>
    </message>
    <message>
        <source>{period}考评的得分已出</source>
        <translation>Scores for the assessment of {period} are made</translation>
    </message>
    <message>
        <source>{count} 本存折有没登的行</source>
        <translation>Passbooks with unprinted entries: {count}</translation>
    </message>
    <message>
        <source>{period}公示算到 {last}，校样未打</source>
        <translation>Notice of {period} counts to {last}, no proof yet</translation>
    </message>
    <message>
        <source>{period}公示 {left}，校样未打</source>
        <translation>Notice of {period}: {left}, no proof yet</translation>
    </message>
    <message>
        <source>{period}公示 {last} 之后出，还有 {days} 天</source>
        <translation>Notice of {period} comes after {last}, in {days} days</translation>
    </message>
    <message>
        <source>{period}公示 {left}，校样打好了</source>
        <translation>Notice of {period}: {left}, proof is made</translation>
    </message>
    <message>
        <source>{period}公示 {left}，校样后又记 {count} 笔</source>
        <translation>Notice of {period}: {left}, {count} entries since the proof</translation>
    </message>
    <message>
        <source>以前还有 {count} 期没出公示，最早是{period}</source>
        <translation>{count} earlier periods without a notice, the first is {period}</translation>
    </message>
    <message>
        <source>{title}{shown}出榜了，还没登记张贴</source>
        <translation>{title} {shown} is issued, hanging not recorded</translation>
    </message>
    <message>
        <source>{title}{shown}贴到 {until}，{days} 天后归档</source>
        <translation>{title} {shown} hangs until {until}, archive in {days} days</translation>
    </message>
    <message>
        <source>{title}{shown}期满，可以归档</source>
        <translation>{title} {shown} has hung its time, can be archived</translation>
    </message>
    <message>
        <source>{title}{shown}期满，{count} 件异议没答复，先不归档</source>
        <translation>{title} {shown} has hung its time; {count} objections open, cannot be archived yet</translation>
    </message>
    <message>
        <source>另有 {count} 个公示等着张贴或归档</source>
        <translation>{count} more notices to hang or archive</translation>
    </message>
    <message>
        <source>{shown} {left}</source>
        <translation>{shown} {left}</translation>
    </message>
    <message>
        <source>另有 {count} 件异议没答复</source>
        <translation>{count} more objections to answer</translation>
    </message>
    <message>
        <source>{period}过完了，可以组织兑换</source>
        <translation>{period} is over, redemption can be held</translation>
    </message>
    <message>
        <source>{period}过完了，先公示，再组织兑换</source>
        <translation>{period} is over: notice first, then redemption</translation>
    </message>
    <message>
        <source>{name}：{count} 本存折还有分</source>
        <translation>{name}: {count} passbooks still have points</translation>
    </message>
    <message>
        <source>{count} 本存折有到期的分</source>
        <translation>{count} passbooks have expired points</translation>
    </message>
    <message>
        <source>{name}：{count} 本存折还没给</source>
        <translation>{name}: {count} passbooks not given yet</translation>
    </message>
    <message>
        <source>{head}户 {kind} 办完了，{day} 前核查</source>
        <translation>{head} {kind} is over: check by {day}</translation>
    </message>
    <message>
        <source>{head}户 {kind} 还没核查，{day} 已到期</source>
        <translation>{head} {kind} not checked, was due {day}</translation>
    </message>
    <message>
        <source>{head}户 {kind} {day} 前回访</source>
        <translation>{head} {kind}: second look by {day}</translation>
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
        <source>{who}借的{thing}，{day} 该还</source>
        <translation>{thing} lent to {who}, due back {day}</translation>
    </message>
    <message>
        <source>{count} 笔借用过期没还</source>
        <translation>{count} loans are overdue</translation>
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
        <source>{day} 起出 {period}统计</source>
        <translation>count of {period} from {day}</translation>
    </message>
    <message>
        <source>{day} 起出 {period}评比</source>
        <translation>ranking of {period} from {day}</translation>
    </message>
    <message>
        <source>{day} 起出 {period}公示</source>
        <translation>notice of {period} from {day}</translation>
    </message>
    <message>
        <source>{day} {shown}公示期满</source>
        <translation>{day} notice {shown} is over</translation>
    </message>
    <message>
        <source>{day} {head}户 {kind}</source>
        <translation>{day} {head} {kind}</translation>
    </message>
    <message>
        <source>{day} 该备份</source>
        <translation>{day} backup is due</translation>
    </message>
    <message>
        <source>还剩 {days} 天</source>
        <translation>{days} days left</translation>
    </message>
    <message>
        <source>明天到期</source>
        <translation>due tomorrow</translation>
    </message>
    <message>
        <source>今天到期</source>
        <translation>due today</translation>
    </message>
    <message>
        <source>过期 {days} 天</source>
        <translation>{days} days overdue</translation>
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
    <message>
        <source>红事</source>
        <translation>Wedding</translation>
    </message>
    <message>
        <source>白事</source>
        <translation>Funeral</translation>
    </message>
    <message>
        <source>喜庆事</source>
        <translation>Feast</translation>
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
        <source>{year}年{month}月</source>
        <translation>{month}/{year}</translation>
    </message>
    <message>
        <source>{year}年上半年</source>
        <translation>{year} H1</translation>
    </message>
    <message>
        <source>{year}年下半年</source>
        <translation>{year} H2</translation>
    </message>
    <message>
        <source>{year}年</source>
        <translation>{year}</translation>
    </message>
    <message>
        <source>{first}–{last} 这周</source>
        <translation>week {first}–{last}</translation>
    </message>
    <message>
        <source>统计：{period}算 {span}，{after} 起可出</source>
        <translation>Count: {period} runs {span}, can be made from {after}</translation>
    </message>
    <message>
        <source>评比：{period}算 {span}，{after} 起可出</source>
        <translation>Ranking: {period} runs {span}, can be made from {after}</translation>
    </message>
    <message>
        <source>公示：{period}算 {span}，{until} 前贴出</source>
        <translation>Notice: {period} runs {span}, hung by {until}</translation>
    </message>
    <message>
        <source>兑换：{period}的分 {after} 起兑换</source>
        <translation>Redemption: points of {period} from {after}</translation>
    </message>
    <message>
        <source>考评：{period}算 {span}</source>
        <translation>Assessment: {period} runs {span}</translation>
    </message>
    <message>
        <source>琊川</source>
        <translation>Yachuan</translation>
    </message>
    <message>
        <source>一事一记录、一周一统计、一月一评比、一季一公示、一年一兑换</source>
        <translation>Each deed recorded, weekly count, monthly ranking, quarterly notice, yearly redemption</translation>
    </message>
    <message>
        <source>聚福村</source>
        <translation>Jufu Village</translation>
    </message>
    <message>
        <source>一周一记录、一月一公示、一年一考评，物品随时兑换</source>
        <translation>Weekly record, monthly notice, yearly assessment, goods redeemed at any time</translation>
    </message>
    <message>
        <source>新旗村</source>
        <translation>Xinqi Village</translation>
    </message>
    <message>
        <source>每周五上门查，一周一统计，25 日开会定分，一月一公示</source>
        <translation>Visits every Friday, weekly count, points set in the meeting on the 25th, monthly notice</translation>
    </message>
    <message>
        <source>八名村</source>
        <translation>Baming Village</translation>
    </message>
    <message>
        <source>随时记录，每季末月 15 日截止，先公示再兑换，兑换后清零</source>
        <translation>Recorded at any time, cut-off on the 15th of a quarter&apos;s last month, notice before redemption, then cleared</translation>
    </message>
    <message>
        <source>双河镇</source>
        <translation>Shuanghe Town</translation>
    </message>
    <message>
        <source>每天存，每月亮账，半年推优公示，服务换服务，年末结账</source>
        <translation>Saved daily, shown monthly, the best named in a half-yearly notice, service for service, closed at year&apos;s end</translation>
    </message>
    <message>
        <source>三元镇</source>
        <translation>Sanyuan Town</translation>
    </message>
    <message>
        <source>一事一记录、一月一统计、一月一公示、半年一兑换</source>
        <translation>Each deed recorded, monthly count, monthly notice, half-yearly redemption</translation>
    </message>
    <message>
        <source>同德村</source>
        <translation>Tongde Village</translation>
    </message>
    <message>
        <source>季末走一圈记分，一季一统计，60 分起兑</source>
        <translation>A round at the quarter&apos;s end, quarterly count, redeeming from 60 points</translation>
    </message>
    <message>
        <source>松林村</source>
        <translation>Songlin Village</translation>
    </message>
    <message>
        <source>一月一记录、一月一统计、一季一兑换，没换完的接着用</source>
        <translation>Monthly record, monthly count, quarterly redemption, the rest stays usable</translation>
    </message>
    <message>
        <source>华店镇</source>
        <translation>Huadian Town</translation>
    </message>
    <message>
        <source>每月实地看，一季一评比、一季一公示、一季一兑换</source>
        <translation>Seen on site monthly, quarterly ranking, quarterly notice, quarterly redemption</translation>
    </message>
    <message>
        <source>淡岩社区</source>
        <translation>Danyan Community</translation>
    </message>
    <message>
        <source>组长随时记，一季一统计、一季一公示、一季一兑换，基础分半年一给</source>
        <translation>Group leaders record at any time, quarterly count, notice and redemption, base points half-yearly</translation>
    </message>
    <message>
        <source>一个县的样本</source>
        <translation>A county&apos;s sample</translation>
    </message>
    <message>
        <source>一月一记录，一季一审核一公示一兑换，没用完的年底清零</source>
        <translation>Monthly record, quarterly review, notice and redemption, the rest cleared at year&apos;s end</translation>
    </message>
    <message>
        <source>双语社区</source>
        <translation>Shuangyu Community</translation>
    </message>
    <message>
        <source>月结账、季公示、年汇总</source>
        <translation>Closed monthly, notice quarterly, summed up yearly</translation>
    </message>
    <message>
        <source>互助五兴</source>
        <translation>Huzhu Wuxing</translation>
    </message>
    <message>
        <source>记录、统计、公示、兑换都是一月一次，没换完的接着用，不换现金</source>
        <translation>Record, count, notice and redemption once a month, the rest stays usable, never cash</translation>
    </message>
    <message>
        <source>积分超市</source>
        <translation>Points shop</translation>
    </message>
    <message>
        <source>今天是兑换日，开柜台</source>
        <translation>Today is exchange day, open the counter</translation>
    </message>
    <message>
        <source>{name}：今天兑换</source>
        <translation>{name}: redemption today</translation>
    </message>
    <message>
        <source>{name}办完了，还没有结算</source>
        <translation>{name} is over, not settled yet</translation>
    </message>
    <message>
        <source>{count} 种该补货：{names}</source>
        <translation>{count} kinds to restock: {names}</translation>
    </message>
    <message>
        <source>{count} 种已过期，要报损：{names}</source>
        <translation>{count} kinds expired, to write off: {names}</translation>
    </message>
    <message>
        <source>{count} 种两个月内过期：{names}</source>
        <translation>{count} kinds expire within two months: {names}</translation>
    </message>
    <message>
        <source>上次盘点 {last}，该盘一次了</source>
        <translation>Last stocktake: {last}. Time for another</translation>
    </message>
    <message>
        <source>还没有盘点过，该盘一次了</source>
        <translation>No stocktake yet. Time for one</translation>
    </message>
    <message>
        <source>{day} 兑换日</source>
        <translation>{day} exchange day</translation>
    </message>
    <message>
        <source>{day} {name}</source>
        <translation>{day} {name}</translation>
    </message>
</context>
<context>
    <name>RhythmGroup</name>
    <message>
        <source>村里的节奏</source>
        <translation>The village&apos;s rhythm</translation>
    </message>
    <message>
        <source>什么事多久办一次，首页照这个提醒；各样可以不一样，由村里定。</source>
        <translation>How often what is done: Home reminds by it. They may differ; the village decides.</translation>
    </message>
    <message>
        <source>村里自己定</source>
        <translation>The village&apos;s own</translation>
    </message>
    <message>
        <source>常用办法</source>
        <translation>Usual ways</translation>
    </message>
    <message>
        <source>记录</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>哪个网格一期没有记录，首页点名。</source>
        <translation>Home names grids without entries in a period.</translation>
    </message>
    <message>
        <source>统计</source>
        <translation>Count</translation>
    </message>
    <message>
        <source>一期过完，首页提醒看统计。</source>
        <translation>When a period is over, Home reminds you of the count.</translation>
    </message>
    <message>
        <source>评比</source>
        <translation>Ranking</translation>
    </message>
    <message>
        <source>按得分排名次，同分并列。不评比的选“没有定”。</source>
        <translation>Ranks by score, equal scores share a rank. Without ranking choose “Not decided”.</translation>
    </message>
    <message>
        <source>公示</source>
        <translation>Notice</translation>
    </message>
    <message>
        <source>按规定，一般事项每季至少公布一次。</source>
        <translation>The regulations ask for ordinary matters at least once a quarter.</translation>
    </message>
    <message>
        <source>兑换</source>
        <translation>Redemption</translation>
    </message>
    <message>
        <source>一期过完，首页提醒组织兑换。</source>
        <translation>When a period is over, Home reminds you to hold redemption.</translation>
    </message>
    <message>
        <source>考评</source>
        <translation>Assessment</translation>
    </message>
    <message>
        <source>评先进看的得分，到时首页提醒。</source>
        <translation>The scores looked at for awards; Home reminds you in time.</translation>
    </message>
    <message>
        <source>月底最后一天</source>
        <translation>Last day of the month</translation>
    </message>
    <message>
        <source>{day} 日</source>
        <translation>day {day}</translation>
    </message>
    <message>
        <source>截止到</source>
        <translation>Cut-off</translation>
    </message>
    <message>
        <source>月、季、年算到哪一天；过了算下一期，月里没有这天的算到月底。</source>
        <translation>The last day of a month, quarter or year; later days count in the next. In shorter months it is the last day.</translation>
    </message>
    <message>
        <source>公示期限</source>
        <translation>Hang within</translation>
    </message>
    <message>
        <source>天内贴出</source>
        <translation>days</translation>
    </message>
    <message>
        <source>一期过完最晚几天上墙，首页照这个倒数。</source>
        <translation>How many days after a period it hangs at the latest; Home counts them down.</translation>
    </message>
    <message>
        <source>定了公示才用。</source>
        <translation>Used once notices are decided.</translation>
    </message>
    <message>
        <source>照这样办</source>
        <translation>What it means</translation>
    </message>
    <message>
        <source>照别的村填好，再改成自己的。</source>
        <translation>Fill it in as another village does, then make it your own.</translation>
    </message>
    <message>
        <source>没有定</source>
        <translation>Not decided</translation>
    </message>
</context>
<context>
    <name>RightsEdit</name>
    <message>
        <source>编号、名称或首字母</source>
        <translation>Code, name or initials</translation>
    </message>
    <message>
        <source>没有这个事项</source>
        <translation>No such item</translation>
    </message>
    <message>
        <source>分值</source>
        <translation>Points</translation>
    </message>
    <message>
        <source>添上</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>去掉所选</source>
        <translation>Take out</translation>
    </message>
    <message>
        <source>补记</source>
        <translation>Missed entries</translation>
    </message>
    <message>
        <source>数量（{unit}）</source>
        <translation>Quantity ({unit})</translation>
    </message>
    <message>
        <source>先选事项，再添上。</source>
        <translation>Choose an item first, then add it.</translation>
    </message>
    <message>
        <source>先在下面选中要去掉的一条。</source>
        <translation>First choose below what to take out.</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Item</translation>
    </message>
</context>
<context>
    <name>RoleForm</name>
    <message>
        <source>居民姓名、首字母</source>
        <translation>Name or initials of a resident</translation>
    </message>
    <message>
        <source>没有找到这个人</source>
        <translation>No such person</translation>
    </message>
    <message>
        <source>职务</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>居民</source>
        <translation>Resident</translation>
    </message>
    <message>
        <source>或姓名</source>
        <translation>Or a name</translation>
    </message>
    <message>
        <source>册里没有这个人时，只写姓名。</source>
        <translation>Only for somebody who is not in the roster.</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>和册里一样就留空。</source>
        <translation>Leave empty if it is as in the roster.</translation>
    </message>
    <message>
        <source>从哪天起</source>
        <translation>From</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>{place}&#x3000;由谁负责</source>
        <translation>{place}&#x3000;Give a role</translation>
    </message>
</context>
<context>
    <name>RolesPage</name>
    <message>
        <source>职务</source>
        <translation>Roles</translation>
    </message>
    <message>
        <source>结束所选职务</source>
        <translation>End the chosen role</translation>
    </message>
    <message>
        <source>这里是今天在任的网格员、楼栋长和其他职务。</source>
        <translation>Here are the grid workers, building leaders and other roles held today.</translation>
    </message>
    <message>
        <source>不再担任的，选中后按“结束所选职务”，今天是最后一天；以前的任期留着。</source>
        <translation>For somebody who stops, choose the line and press “End the chosen role”: today is the last day. Earlier terms stay.</translation>
    </message>
    <message>
        <source>共 {count} 项</source>
        <translation>Roles: {count}</translation>
    </message>
    <message>
        <source>{name}的{role}今天结束。</source>
        <translation>{name}: {role} ends today.</translation>
    </message>
    <message>
        <source>先在表里选一项。</source>
        <translation>Choose a line in the table first.</translation>
    </message>
    <message>
        <source>{name}的{role}今天是最后一天？</source>
        <translation>{name}: {role}. Is today the last day?</translation>
    </message>
    <message>
        <source>结束职务</source>
        <translation>End the role</translation>
    </message>
    <message>
        <source>结束</source>
        <translation>End</translation>
    </message>
    <message>
        <source>还没有网格员和楼栋长。在网格和楼栋里选一处，登记由谁负责。</source>
        <translation>No grid workers or building leaders yet. Choose a place under Grids and buildings and say who is responsible.</translation>
    </message>
    <message>
        <source>网格和楼栋</source>
        <translation>Grids and buildings</translation>
    </message>
</context>
<context>
    <name>RollSide</name>
    <message>
        <source>选网格  F7</source>
        <translation>Choose a grid  F7</translation>
    </message>
    <message>
        <source>选一个网格，就会出现这个网格的户。</source>
        <translation>Choose a grid to see its households.</translation>
    </message>
    <message>
        <source>这样筛选一户也没有，再按一次就看全部。</source>
        <translation>This filter leaves nobody; press once more for all.</translation>
    </message>
    <message>
        <source>这个网格里没有可以记这个事项的存折。</source>
        <translation>No passbook of this grid can take this item.</translation>
    </message>
    <message>
        <source>{people} 人 {points}</source>
        <translation>{people} people {points}</translation>
    </message>
    <message>
        <source>只记 {points}</source>
        <translation>{points} only</translation>
    </message>
    <message>
        <source>{people} 人{less}</source>
        <translation>{people} people {less}</translation>
    </message>
</context>
<context>
    <name>RosterPaperPage</name>
    <message>
        <source>花名册</source>
        <translation>Roster</translation>
    </message>
    <message>
        <source>花名册上电话已打码，没有身份证号和人员类别。只供村内工作用，不要张贴。</source>
        <translation>Phones are masked; there are no ID numbers or personal categories. For work in the village only, not for the wall.</translation>
    </message>
    <message>
        <source>一页 25 户，户主、成员、住址和打了码的电话；每个网格另起一页。</source>
        <translation>25 households a page with head, members, address and masked phone; every grid begins a page.</translation>
    </message>
    <message>
        <source>打印，或存为 PDF。要改成表格用，回户册按“导出 Excel”。</source>
        <translation>Print it or save as PDF. For a sheet go back to Households and press “Export to Excel”.</translation>
    </message>
    <message>
        <source>{whose}花名册 {day}</source>
        <translation>Roster {whose} {day}</translation>
    </message>
    <message>
        <source>正在排花名册…</source>
        <translation>Laying out the roster…</translation>
    </message>
</context>
<context>
    <name>RuleGroup</name>
    <message>
        <source>恢复默认</source>
        <translation>Defaults</translation>
    </message>
    <message>
        <source>请填{label}。</source>
        <translation>Please fill in: {label}.</translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message>
        <source>记录后直接生效</source>
        <translation>Counts at once</translation>
    </message>
    <message>
        <source>记录 → 审核</source>
        <translation>Record → review</translation>
    </message>
    <message>
        <source>记录 → 初审 → 审核</source>
        <translation>Record → first check → review</translation>
    </message>
    <message>
        <source>记录 → 审核 → 公示 3 天</source>
        <translation>Record → review → 3 days&apos; notice</translation>
    </message>
    <message>
        <source>不评星</source>
        <translation>No stars</translation>
    </message>
    <message>
        <source>60 分起五档</source>
        <translation>Five bands from 60</translation>
    </message>
    <message>
        <source>90 分五星、80 分四星、其余三星</source>
        <translation>90 five stars, 80 four, below three</translation>
    </message>
    <message>
        <source>1 分 = 1 元</source>
        <translation>1 point = 1 yuan</translation>
    </message>
    <message>
        <source>1 分 = 2 元</source>
        <translation>1 point = 2 yuan</translation>
    </message>
    <message>
        <source>10 分 = 1 元</source>
        <translation>10 points = 1 yuan</translation>
    </message>
    <message>
        <source>积分不折钱</source>
        <translation>Points are not money</translation>
    </message>
</context>
<context>
    <name>RulesPage</name>
    <message>
        <source>积分规矩</source>
        <translation>Points policy</translation>
    </message>
    <message>
        <source>不改了</source>
        <translation>Leave it</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>这里写村民会议定下的规矩；没有定的不用动，照默认办。</source>
        <translation>Here stands what the villagers&apos; meeting decided; what was not decided stays as it is, by default.</translation>
    </message>
    <message>
        <source>按 Tab 或回车往下走，空格打勾，上下键换选项；灰的是现在用不上的，旁边写着为什么。</source>
        <translation>Tab or Enter go on, Space ticks, arrows choose; what is grey has no use now, and why stands beside it.</translation>
    </message>
    <message>
        <source>改好按 F8 保存，从保存起照新的办，以前记的不变。</source>
        <translation>Press F8 to save; from then on the new rules hold, what was entered before stays.</translation>
    </message>
    <message>
        <source>只能看。要改，请审核员登录。</source>
        <translation>To look at only. To change it, a reviewer signs in.</translation>
    </message>
    <message>
        <source>规矩已保存，改了 {count} 项。</source>
        <translation>Policy saved, {count} changed.</translation>
    </message>
    <message>
        <source>改规矩</source>
        <translation>change the policy</translation>
    </message>
    <message>
        <source>规矩已改回原来的。</source>
        <translation>The policy is as it was before.</translation>
    </message>
    <message>
        <source>没有改动，不用保存。</source>
        <translation>Nothing was changed, there is nothing to save.</translation>
    </message>
    <message>
        <source>改了 {count} 项，还没有保存。</source>
        <translation>{count} changed, not yet saved.</translation>
    </message>
    <message>
        <source>照“{place}”的办法填好了：{says}。看过再按 F8 保存。</source>
        <translation>Filled in as in “{place}”: {says}. Look through it, then press F8 to save.</translation>
    </message>
</context>
<context>
    <name>SamplesStep</name>
    <message>
        <source>换三户看看</source>
        <translation>Show three others</translation>
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
        <source>看样</source>
        <translation>Samples</translation>
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
        <source>{file}：{residents} 人，党员 {party} 人。新增 {households} 户 {people} 人，改动 {changes} 处，另有 {same} 户原来就在册。</source>
        <translation>{file}: {residents} people, {party} party members. New: {households} households, {people} people; changes: {changes}; {same} households were there before.</translation>
    </message>
</context>
<context>
    <name>ScaleGroup</name>
    <message>
        <source>一分值多少</source>
        <translation>What a point is worth</translation>
    </message>
    <message>
        <source>只在这里写一次，给村民看的；程序不拿它折钱，积分不兑现金。</source>
        <translation>Written here only, for the villagers; the program never converts points, and points are not paid in cash.</translation>
    </message>
    <message>
        <source>分值</source>
        <translation>Points</translation>
    </message>
    <message>
        <source>没有定</source>
        <translation>Not decided</translation>
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
    <message>
        <source>没有文件夹“{folder}”，“{path}”没有写成，请先建好文件夹，或换个地方存。</source>
        <translation>There is no folder “{folder}”, “{path}” was not written. Make the folder first or save elsewhere.</translation>
    </message>
    <message>
        <source>{path} 已经有了，旧备份不会被盖掉。请换个文件名，或只给文件夹。</source>
        <translation>{path} exists and an old backup is never replaced. Choose another name or give the folder only.</translation>
    </message>
    <message>
        <source>可用积分是 {text}，又有兑换过的积分：兑换不会欠分，这一行没有导入，请核对。</source>
        <translation>Spendable points are {text} beside redeemed ones, but redeeming never goes below 0. This row was not imported. Please check.</translation>
    </message>
    <message>
        <source>日期 {day} 还没到，今天是 {today}，请改日期。</source>
        <translation>{day} lies ahead, today is {today}. Change the date.</translation>
    </message>
    <message>
        <source>这个日期早于已登记的变动，最早只能写 {day}，请改日期。</source>
        <translation>This is before a change already recorded. The earliest day is {day}.</translation>
    </message>
    <message>
        <source>户 {code} 从 {since} 起已不在村（迁出、并户或注销），不能再登记变动。</source>
        <translation>Household {code} is no longer here since {since} (moved out, merged or deregistered). No change can be recorded.</translation>
    </message>
    <message>
        <source>户 {code} 没有迁出，不用登记迁回。</source>
        <translation>Household {code} never moved out, so it cannot come back.</translation>
    </message>
    <message>
        <source>没有这个人（{text}），请重新选择。</source>
        <translation>There is no such person ({text}). Choose again.</translation>
    </message>
    <message>
        <source>{name}不是这一户的人，请另选。</source>
        <translation>{name} does not belong to this household. Choose somebody else.</translation>
    </message>
    <message>
        <source>{name}已经在这一户，不用再登记。</source>
        <translation>{name} is in this household already.</translation>
    </message>
    <message>
        <source>{name}现在不在任何一户，请先登记迁入。</source>
        <translation>{name} is in no household now. Record moving in first.</translation>
    </message>
    <message>
        <source>{name}已登记去世，不能再登记变动。</source>
        <translation>The death of {name} is recorded. No change can be recorded.</translation>
    </message>
    <message>
        <source>{name}是户主，家里还有人，请先选新户主。</source>
        <translation>{name} is the head and others remain. Choose a new head first.</translation>
    </message>
    <message>
        <source>{name}已经是户主，不用变更。</source>
        <translation>{name} is the head already.</translation>
    </message>
    <message>
        <source>请填姓名。</source>
        <translation>Please give the name.</translation>
    </message>
    <message>
        <source>户编号“{text}”不对，应是 {grid} 加三位或四位数字，请改。</source>
        <translation>Household code “{text}” is wrong: it is {grid} and three or four digits. Please change it.</translation>
    </message>
    <message>
        <source>户编号“{text}”用过了，用过的编号不再给别户，请换一个。</source>
        <translation>Household code “{text}” was used before and is never given again. Choose another.</translation>
    </message>
    <message>
        <source>没有改动，不用保存。</source>
        <translation>Nothing was changed, there is nothing to save.</translation>
    </message>
    <message>
        <source>居住状态“{text}”不认识，请从列表里选。</source>
        <translation>The residence “{text}” is unknown. Choose one from the list.</translation>
    </message>
    <message>
        <source>身份证号 {text} 不对，应是 18 位且末位校验相符，请核对后重填。</source>
        <translation>The ID {text} is wrong: it has 18 characters and the last one must verify. Check and type it again.</translation>
    </message>
    <message>
        <source>这张表已经用来登记过别的事，请关掉重新打开。</source>
        <translation>This form was already used for something else. Close and open it again.</translation>
    </message>
    <message>
        <source>没有这个地方（{text}），请重新选择。</source>
        <translation>There is no such place ({text}). Choose again.</translation>
    </message>
    <message>
        <source>编码“{text}”已有别处在用，请换一个。</source>
        <translation>Code “{text}” is used by another place. Choose another.</translation>
    </message>
    <message>
        <source>请填名称。</source>
        <translation>Please give the name.</translation>
    </message>
    <message>
        <source>“{name}”不能放在这里，请另选上一级。</source>
        <translation>“{name}” cannot stand here. Choose another place above it.</translation>
    </message>
    <message>
        <source>“{name}”住过人，换网格会改动以往的统计，请新建一处再迁户。</source>
        <translation>People have lived in “{name}”; another grid would change past figures. Make a new place and move the households.</translation>
    </message>
    <message>
        <source>网格编码“{text}”不对，应是两位数字，请改。</source>
        <translation>Grid code “{text}” is wrong, it has two digits. Please change it.</translation>
    </message>
    <message>
        <source>{name}已经联系户 {code}，不用再登记。</source>
        <translation>{name} is linked with household {code} already.</translation>
    </message>
    <message>
        <source>没有这条联系（{text}），可能已经结束，请刷新再看。</source>
        <translation>There is no such link ({text}), it may have ended. Refresh and look again.</translation>
    </message>
    <message>
        <source>{name}不是党员，党员联系户请选党员。</source>
        <translation>{name} is no party member. A linked household needs a party member.</translation>
    </message>
    <message>
        <source>请选要分出去的人。</source>
        <translation>Choose who leaves.</translation>
    </message>
    <message>
        <source>不能把全家都分出去，老户要留人。</source>
        <translation>Not everybody can leave: somebody must stay in the old household.</translation>
    </message>
    <message>
        <source>不能和自己并户，请另选一户。</source>
        <translation>A household cannot be merged with itself. Choose another.</translation>
    </message>
    <message>
        <source>按数分要写分出多少积分，请填。</source>
        <translation>Say how many points go.</translation>
    </message>
    <message>
        <source>分出的积分 {points} 超过账上的 {there}，请改小。</source>
        <translation>{points} points are more than the {there} in the account. Give less.</translation>
    </message>
    <message>
        <source>积分要转给另一户，请选收分的户。</source>
        <translation>The points go to another household. Choose which.</translation>
    </message>
    <message>
        <source>这件事不能用“{way}”的办法，请另选。</source>
        <translation>“{way}” is not possible here. Choose another rule.</translation>
    </message>
    <message>
        <source>户 {code} 没有绿折，积分没处转，请先开户。</source>
        <translation>Household {code} has no green book to take the points. Open an account first.</translation>
    </message>
    <message>
        <source>账号 {number} 没有冻结的积分，不用解冻。</source>
        <translation>Account {number} has no held points to release.</translation>
    </message>
    <message>
        <source>第 {seq} 行是划转，要和对方那一行一起冲销，请冲整张凭据。</source>
        <translation>Line {seq} is a transfer and is reversed together with the other side. Reverse both as a whole.</translation>
    </message>
    <message>
        <source>账号 {number} 那一户从 {since} 起不在村，之后的事不能记分，请核对日期。</source>
        <translation>The household of account {number} is away since {since}; later deeds earn no points. Check the date.</translation>
    </message>
    <message>
        <source>{name}的性别和身份证号不一致，身份证号说是{told}，请核对。</source>
        <translation>{name}: the sex differs from the ID, which says {told}. Please check.</translation>
    </message>
    <message>
        <source>{name}的出生日期和身份证号不一致，身份证号说是 {told}，请核对。</source>
        <translation>{name}: the date of birth differs from the ID, which says {told}. Please check.</translation>
    </message>
    <message>
        <source>{name}和新户主是什么关系，请补上。</source>
        <translation>What is {name} to the new head? Please add it.</translation>
    </message>
    <message>
        <source>户 {code} 已经没有人，请处理积分后注销。</source>
        <translation>Nobody is left in household {code}. Settle its points and deregister it.</translation>
    </message>
    <message>
        <source>账号 {number} 里的积分 {points} 已冻结，商量好后再解冻。</source>
        <translation>{points} points in account {number} are held. Release them once agreed.</translation>
    </message>
    <message>
        <source>{day} 新立户，户主{person}。</source>
        <translation>{day} Household founded, head {person}.</translation>
    </message>
    <message>
        <source>{day} 更正本户资料。</source>
        <translation>{day} Facts of the household corrected.</translation>
    </message>
    <message>
        <source>{day} 住处由{old}变为{new}。</source>
        <translation>{day} Moved from {old} to {new}.</translation>
    </message>
    <message>
        <source>{day} 全户迁出。</source>
        <translation>{day} The household moved out.</translation>
    </message>
    <message>
        <source>{day} 全户迁回。</source>
        <translation>{day} The household came back.</translation>
    </message>
    <message>
        <source>{day} 新增成员{person}。</source>
        <translation>{day} {person} was added.</translation>
    </message>
    <message>
        <source>{day} 更正{person}的资料。</source>
        <translation>{day} Facts of {person} corrected.</translation>
    </message>
    <message>
        <source>{day} 户主由{old}变更为{new}。</source>
        <translation>{day} Head changed from {old} to {new}.</translation>
    </message>
    <message>
        <source>{day} {person}出生。</source>
        <translation>{day} {person} was born.</translation>
    </message>
    <message>
        <source>{day} {person}去世。</source>
        <translation>{day} {person} died.</translation>
    </message>
    <message>
        <source>{day} {person}婚入。</source>
        <translation>{day} {person} married in.</translation>
    </message>
    <message>
        <source>{day} {person}婚出到户 {other}。</source>
        <translation>{day} {person} married into household {other}.</translation>
    </message>
    <message>
        <source>{day} {person}婚出。</source>
        <translation>{day} {person} married out.</translation>
    </message>
    <message>
        <source>{day} {person}从户 {other} 迁来。</source>
        <translation>{day} {person} came from household {other}.</translation>
    </message>
    <message>
        <source>{day} {person}迁往户 {other}。</source>
        <translation>{day} {person} moved to household {other}.</translation>
    </message>
    <message>
        <source>{day} {person}迁出。</source>
        <translation>{day} {person} moved out.</translation>
    </message>
    <message>
        <source>{day} {person}迁回。</source>
        <translation>{day} {person} came back.</translation>
    </message>
    <message>
        <source>{day} {person}租住。</source>
        <translation>{day} {person} moved in as a tenant.</translation>
    </message>
    <message>
        <source>{day} {person}退租。</source>
        <translation>{day} The tenant {person} left.</translation>
    </message>
    <message>
        <source>{day} {person}注销户口。</source>
        <translation>{day} {person} was deregistered.</translation>
    </message>
    <message>
        <source>{day} {person}的居住状态由{old}变为{new}。</source>
        <translation>{day} Residence of {person} changed from {old} to {new}.</translation>
    </message>
    <message>
        <source>{day} 变更是否参加积分。</source>
        <translation>{day} Earning points was turned on or off.</translation>
    </message>
    <message>
        <source>{day} {person}的党员身份变更。</source>
        <translation>{day} Party membership of {person} changed.</translation>
    </message>
    <message>
        <source>{day} {person}的标签变更。</source>
        <translation>{day} Categories of {person} changed.</translation>
    </message>
    <message>
        <source>{day} {person}联系本户。</source>
        <translation>{day} {person} was linked with this household.</translation>
    </message>
    <message>
        <source>{day} {person}不再联系本户。</source>
        <translation>{day} {person} is no longer linked with this household.</translation>
    </message>
    <message>
        <source>{day} 分户，分出户 {other}，户主{person}。</source>
        <translation>{day} Split: household {other} left, head {person}.</translation>
    </message>
    <message>
        <source>{day} 由户 {other} 分出立户，户主{person}。</source>
        <translation>{day} Split from household {other}, head {person}.</translation>
    </message>
    <message>
        <source>{day} 并入户 {other}。</source>
        <translation>{day} Merged into household {other}.</translation>
    </message>
    <message>
        <source>{day} 户 {other} 并入本户。</source>
        <translation>{day} Household {other} joined this one.</translation>
    </message>
    <message>
        <source>{day} 注销。</source>
        <translation>{day} Deregistered.</translation>
    </message>
    <message>
        <source>{day} 户 {other} 注销，积分转来。</source>
        <translation>{day} Household {other} was deregistered, its points came here.</translation>
    </message>
    <message>
        <source>{day} 存折 {account} 交{person}掌管，结余 {balance} 分。</source>
        <translation>{day} Passbook {account} went to {person}, balance {balance}.</translation>
    </message>
    <message>
        <source>{day} 解冻积分 {points} 分。</source>
        <translation>{day} {points} held points released.</translation>
    </message>
    <message>
        <source>还没有写职务，请选一个或写上，例如网格员。</source>
        <translation>The role is missing. Choose or write one, such as 网格员 (grid worker).</translation>
    </message>
    <message>
        <source>还没有写由谁担任，请选一位居民或写上姓名。</source>
        <translation>Who holds the role? Choose a resident or write a name.</translation>
    </message>
    <message>
        <source>册里没有这位居民（{text}），请重新选。</source>
        <translation>There is no such resident ({text}). Choose again.</translation>
    </message>
    <message>
        <source>没有这个网格或楼栋（{text}），请重新选。</source>
        <translation>There is no such grid or building ({text}). Choose again.</translation>
    </message>
    <message>
        <source>{name}从 {since} 起已是这里的{role}，不用再记；要改日期请先结束原来的。</source>
        <translation>{name} is {role} here since {since}. To change the date, end that role first.</translation>
    </message>
    <message>
        <source>没有这条职务记录（{text}），请刷新后再选。</source>
        <translation>There is no such role ({text}). Refresh and choose again.</translation>
    </message>
    <message>
        <source>{name}的{role}已在 {on} 结束，不用再结束。</source>
        <translation>{name}: {role} ended on {on} already.</translation>
    </message>
    <message>
        <source>最后一天早于开始的 {since}，请改结束日期。</source>
        <translation>The last day lies before the first, {since}. Change the last day.</translation>
    </message>
    <message>
        <source>还没有写名称，请写上店名或单位名。</source>
        <translation>The name is missing. Give the name of the shop or unit.</translation>
    </message>
    <message>
        <source>没有这家商铺或单位（{text}），请刷新后再选。</source>
        <translation>There is no such shop or unit ({text}). Refresh and choose again.</translation>
    </message>
    <message>
        <source>册里没有这位经营者（{text}），请重新选，或只写姓名。</source>
        <translation>There is no such owner among the residents ({text}). Choose again or write the name only.</translation>
    </message>
    <message>
        <source>没有这个网格（{text}），请重新选。</source>
        <translation>There is no such grid ({text}). Choose again.</translation>
    </message>
    <message>
        <source>“{name}”已经登记过了，编号 {known}，同名的请写清经营者。</source>
        <translation>“{name}” is registered already as {known}. For another of that name give the owner.</translation>
    </message>
    <message>
        <source>“{name}”已在 {on} 停业，不用再记。</source>
        <translation>“{name}” closed on {on} already.</translation>
    </message>
    <message>
        <source>“{name}”正在营业，不用恢复。</source>
        <translation>“{name}” is open, there is nothing to reopen.</translation>
    </message>
    <message>
        <source>停业日期应在 {since} 到 {today} 之间，请改日期。</source>
        <translation>The day of closing lies between {since} and {today}. Change the date.</translation>
    </message>
    <message>
        <source>“{name}”已在 {on} 停业，之后的事不能记；停业前的事请改发生日期。</source>
        <translation>“{name}” closed on {on}; nothing later can be entered. For an earlier deed change its date.</translation>
    </message>
    <message>
        <source>这一行没有写名称，没有导入，请补上。</source>
        <translation>This row has no name and was not imported. Please add it.</translation>
    </message>
    <message>
        <source>“{name}”和第 {at} 行重复，这一行没有导入，请删去一行。</source>
        <translation>“{name}” repeats row {at}, this row was not imported. Remove one.</translation>
    </message>
    <message>
        <source>“{name}”已停业，登记在册，不开存折，请核对。</source>
        <translation>“{name}” is closed: it is registered without a passbook. Please check.</translation>
    </message>
    <message>
        <source>“{name}”的网格“{grid}”村里没有，网格先空着，请核对。</source>
        <translation>“{name}”: there is no grid “{grid}”, it stays empty. Please check.</translation>
    </message>
    <message>
        <source>“{name}”的经营者{owner}不是册里的居民，只记姓名。</source>
        <translation>“{name}”: the owner {owner} is not among the residents, only the name was recorded.</translation>
    </message>
    <message>
        <source>“{name}”写着本村户，册里却没有{owner}，只记了姓名，请核对。</source>
        <translation>“{name}” is marked as local, but {owner} is not among the residents; only the name was recorded. Please check.</translation>
    </message>
    <message>
        <source>“{name}”写着不是本村户，册里却有姓名、号码都相同的{owner}，按册里的人记了，请核对。</source>
        <translation>“{name}” is marked as not local, but a resident {owner} has the same name and number and was taken. Please check.</translation>
    </message>
    <message>
        <source>“{name}”的经营者{owner}只按姓名对上了，没有号码可核，请核对。</source>
        <translation>“{name}”: the owner {owner} was matched by name only, there is no number to compare. Please check.</translation>
    </message>
    <message>
        <source>“{name}”的经营者{owner}和册里 {count} 人同名（户 {households}），号码对不上，只记了姓名，请指定是哪一位。</source>
        <translation>“{name}”: {count} residents are called {owner} (households {households}) and no number agrees; only the name was recorded. Say which one.</translation>
    </message>
    <message>
        <source>{name}不是册里的居民，只记姓名和电话。</source>
        <translation>{name} is not among the residents, only name and phone were recorded.</translation>
    </message>
    <message>
        <source>{name}只按姓名和册里的居民对上了，没有号码可核，请核对。</source>
        <translation>{name} was matched with a resident by name only, there is no number to compare. Please check.</translation>
    </message>
    <message>
        <source>{name}和册里 {count} 人同名（户 {households}），号码对不上，只记了姓名，请指定是哪一位。</source>
        <translation>{count} residents are called {name} (households {households}) and no number agrees; only the name was recorded. Say which one.</translation>
    </message>
    <message>
        <source>{name}的任职时间“{text}”看不懂，从今天记起，请写成 2026-03-01。</source>
        <translation>{name}: “{text}” cannot be read as a date, the role begins today. Write 2026-03-01.</translation>
    </message>
    <message>
        <source>{name}没有写网格，没有导入，请补上。</source>
        <translation>{name} has no grid and was not imported. Please add it.</translation>
    </message>
    <message>
        <source>{name}的网格“{grid}”村里没有，没有导入，请先建网格或改写法。</source>
        <translation>{name}: there is no grid “{grid}”, this row was not imported. Make the grid first or write it another way.</translation>
    </message>
    <message>
        <source>{name}没有写楼栋，没有导入，请补上。</source>
        <translation>{name} has no building and was not imported. Please add it.</translation>
    </message>
    <message>
        <source>{name}的楼栋“{building}”有 {count} 处，没有导入，请写明网格或小区。</source>
        <translation>{name}: there are {count} buildings “{building}”, this row was not imported. Give the grid or estate.</translation>
    </message>
    <message>
        <source>{name}的楼栋“{building}”还没有，也没写网格，没有导入，请写明网格。</source>
        <translation>{name}: building “{building}” is new and no grid is given, this row was not imported. Give the grid.</translation>
    </message>
    <message>
        <source>还没有户可列，请先导入花名册。</source>
        <translation>There are no households to list. Import the roster first.</translation>
    </message>
    <message>
        <source>要写全身份证号和电话，请先写明原因（命令行用 --reason）。</source>
        <translation>Full ID and phone numbers need a reason (--reason on the command line).</translation>
    </message>
    <message>
        <source>“{path}”读不了，可能正在 WPS 或 Excel 里打开，请先关掉它再试。</source>
        <translation>“{path}” cannot be read, it may be open in WPS or Excel. Close it and try again.</translation>
    </message>
    <message>
        <source>“{file}”不是 Excel 表格，也不是 CSV，请在 WPS 里另存为 .xlsx 再导入。</source>
        <translation>“{file}” is neither an Excel workbook nor CSV. Save it as .xlsx in WPS first.</translation>
    </message>
    <message>
        <source>“{file}”有打开密码，请输入密码再读，或在 WPS 或 Excel 里去掉密码另存一份。</source>
        <translation>“{file}” has a password. Type it, or save a copy without one in WPS or Excel.</translation>
    </message>
    <message>
        <source>密码不对，“{file}”没有打开，什么也没有导入。请看清大小写再输一次。</source>
        <translation>Wrong password: “{file}” was not opened and nothing was imported. Mind capitals and type it again.</translation>
    </message>
    <message>
        <source>“{file}”是表格打开时留下的临时文件，请选同一文件夹里的“{meant}”。</source>
        <translation>“{file}” is left over from an open workbook. Choose “{meant}” in the same folder.</translation>
    </message>
    <message>
        <source>第 {number} 批导入已满 {days} 天，不能整批撤销，请逐户更正。</source>
        <translation>Import batch {number} is {days} days old and cannot be undone as a whole. Correct single households.</translation>
    </message>
    <message>
        <source>“{written}”不是姓名，这一行没有导入，请看看是不是列错了位，改成姓名。</source>
        <translation>“{written}” is no name, this row was not imported. Has the column slipped? Give the name.</translation>
    </message>
    <message>
        <source>网格“{written}”是新的，编码用 {code}，请核对。</source>
        <translation>Grid “{written}” is new and gets code {code}. Please check.</translation>
    </message>
    <message>
        <source>这张表没有写是哪个网格，都归到网格 {code}，请核对。</source>
        <translation>This sheet names no grid; all of it went to grid {code}. Please check.</translation>
    </message>
    <message>
        <source>{name}在隐藏的行里，也读了，请核对。</source>
        <translation>{name} stands in a hidden row and was read too. Please check.</translation>
    </message>
    <message>
        <source>{name}补在后面，户主{head}有 {count} 户同名，不知道归哪一户，没有导入，请写上门牌。</source>
        <translation>{name} was added at the end, and {count} households have a head {head}: which one is unclear, so nothing was imported. Give the house number.</translation>
    </message>
    <message>
        <source>户册里没有户主{name}、门牌 {house} 的这一户，没有导入，请核对。</source>
        <translation>There is no household with head {name} and house number {house}; it was not imported. Please check.</translation>
    </message>
    <message>
        <source>{name}这一户在户册里是 {code}，表里写 {written}，用户册的编号，请核对。</source>
        <translation>The household of {name} is {code} here but {written} in the sheet; {code} was kept. Please check.</translation>
    </message>
    <message>
        <source>这张表一户一行，只导入户主，共 {count} 户；其他成员要另导花名册。</source>
        <translation>This sheet has one row a household: only the heads are imported, {count} households. Import a roster for the others.</translation>
    </message>
    <message>
        <source>户 {code} 的户主{name}已故，没有导入，先由{head}当户主，请核对。</source>
        <translation>The head of household {code}, {name}, is dead and was not imported; {head} stands in as head. Please check.</translation>
    </message>
    <message>
        <source>{name}写明已故，没有导入，请核对。</source>
        <translation>{name} is marked as dead and was not imported. Please check.</translation>
    </message>
    <message>
        <source>{name}写在后面，并入第 {at} 行户主{head}这一户，请核对。</source>
        <translation>{name} stands at the end and joined the household of {head} in row {at}. Please check.</translation>
    </message>
    <message>
        <source>门牌 {house} 还有{other}一户，照两户导入，请核对。</source>
        <translation>House {house} also has the household of {other}; they were imported as two. Please check.</translation>
    </message>
    <message>
        <source>户 {code} 写明空挂，请核对这一户是否参加积分。</source>
        <translation>Household {code} is registered only. Check whether it earns points.</translation>
    </message>
    <message>
        <source>{name}写明人户分离，请核对。</source>
        <translation>{name} is marked as living elsewhere. Please check.</translation>
    </message>
    <message>
        <source>户 {code} 表里写 {written} 人，实有 {counted} 人，没有改，请核对。</source>
        <translation>Household {code} says {written} people but has {counted}; nothing was changed. Please check.</translation>
    </message>
    <message>
        <source>户册里有 {count} 个{name}（户 {codes}），不知道是不是同一个人，没有导入，请选。</source>
        <translation>There are {count} residents called {name} (households {codes}); whether it is one of them is unclear, so nothing was imported. Choose.</translation>
    </message>
    <message>
        <source>{name}的关系“{text}”有两种意思，按年龄用了代码 {code}，请核对。</source>
        <translation>{name}: “{text}” has two meanings; code {code} was taken by age. Please check.</translation>
    </message>
    <message>
        <source>{name}是新来的，身份证号却遮住了，号码没有导入，请照证件补上。</source>
        <translation>{name} is new, but the ID is masked and was not imported. Copy it from the card.</translation>
    </message>
    <message>
        <source>{name}（户 {household}）和“{other_sheet}”第 {other_at} 行（户 {other_household}）是同一个人，只导入一行，请改。</source>
        <translation>{name} (household {household}) is the same person as row {other_at} of “{other_sheet}” (household {other_household}); only one is imported. Please change it.</translation>
    </message>
    <message>
        <source>{name}和“{other_sheet}”第 {other_at} 行重复，这一行没有导入，请删去一行。</source>
        <translation>{name} repeats row {other_at} of “{other_sheet}”, this row was not imported. Remove one.</translation>
    </message>
    <message>
        <source>{name}和“{other_sheet}”第 {other_at} 行{other_name}的身份证号相同，号码只给了先出现的人，请核对。</source>
        <translation>{name} has the same ID as {other_name} in row {other_at} of “{other_sheet}”; the first one kept it. Please check.</translation>
    </message>
    <message>
        <source>{name}的出生是公式从损坏的号码取来的“{text}”，没有用，按号码前 14 位用了。</source>
        <translation>{name}: the date of birth “{text}” was worked out from a damaged ID; the first 14 digits of the ID were followed instead.</translation>
    </message>
    <message>
        <source>先不填</source>
        <translation>Leave empty</translation>
    </message>
    <message>
        <source>{name}的先不填</source>
        <translation>Leave {name}&apos;s empty</translation>
    </message>
    <message>
        <source>这一行不导入</source>
        <translation>Leave out this row</translation>
    </message>
    <message>
        <source>这一户先不导入</source>
        <translation>Leave out the household</translation>
    </message>
    <message>
        <source>{name}当户主</source>
        <translation>{name} is the head</translation>
    </message>
    <message>
        <source>留在{household}</source>
        <translation>Keep in {household}</translation>
    </message>
    <message>
        <source>归到上一户 {code}</source>
        <translation>Join to {code} above</translation>
    </message>
    <message>
        <source>归到{grid}</source>
        <translation>Put in {grid}</translation>
    </message>
    <message>
        <source>跟第 {at} 行同网格</source>
        <translation>Same grid as row {at}</translation>
    </message>
    <message>
        <source>记作{word}</source>
        <translation>Record as {word}</translation>
    </message>
    <message>
        <source>就是户 {code} 的{name}</source>
        <translation>Is {name} of household {code}</translation>
    </message>
    <message>
        <source>是另一个人</source>
        <translation>Is another person</translation>
    </message>
    <message>
        <source>看过了</source>
        <translation>Seen</translation>
    </message>
    <message>
        <source>网格编码“{code}”认不出，按网格名、表名分了网格，请核对。</source>
        <translation>Grid code “{code}” is unknown; the grid was told by its name or the sheet&apos;s. Please check.</translation>
    </message>
    <message>
        <source>写了 --reason 却没有写 --unmasked，要写全号码请两个一起写。</source>
        <translation>--reason was given without --unmasked. For full numbers give both.</translation>
    </message>
    <message>
        <source>已经有一位{name}，经手栏分不清。请换个写法，如加上职务。</source>
        <translation>Somebody called {name} works here already and the Handler column could not tell them apart. Write the name otherwise, with the office for example.</translation>
    </message>
    <message>
        <source>{name} 至少要有一项职责，请勾选。</source>
        <translation>{name} needs at least one role; please tick one.</translation>
    </message>
    <message>
        <source>没有“{name}”这位操作员，现有：{names}。</source>
        <translation>There is no operator “{name}”; there are: {names}.</translation>
    </message>
    <message>
        <source>{code} 户里没有{name}，只有：{names}。请核对户编号。</source>
        <translation>Nobody called {name} lives in {code}, only: {names}. Please check the household code.</translation>
    </message>
    <message>
        <source>密码至少 {least} 位，不能是连号或重复的数字，请换一个。</source>
        <translation>A password has at least {least} signs, no run of digits and no repeats; please choose another.</translation>
    </message>
    <message>
        <source>{name} 自己还没有密码。请先给自己设密码，再添加别人。</source>
        <translation>{name} has no password yet. Set your own password first, then add others.</translation>
    </message>
    <message>
        <source>{name} 的密码不对，请再输一次。</source>
        <translation>The password of {name} is wrong; please type it again.</translation>
    </message>
    <message>
        <source>密码输错了几次，请等 {seconds} 秒再试。</source>
        <translation>The password was wrong several times; please wait {seconds} seconds.</translation>
    </message>
    <message>
        <source>请先登录：{names}。</source>
        <translation>Please sign in first: {names}.</translation>
    </message>
    <message>
        <source>{name} 是唯一能管操作员的人。请先让另一位当审核员。</source>
        <translation>{name} is the only one who can manage operators. First make somebody else a reviewer.</translation>
    </message>
    <message>
        <source>{operator} 没有办这件事的权限，请换有权限的人登录再办。</source>
        <translation>{operator} may not do this; somebody who may has to sign in.</translation>
    </message>
    <message>
        <source>“{item} {name}”的上限不对，请核对：数要大于 0，同一期限只能写一条，对象要是这一项的。</source>
        <translation>The limits of “{item} {name}” are not right: amounts above 0, one line for each period, and only for whom the item is.</translation>
    </message>
    <message>
        <source>“{item} {name}”的一票否决要同时选效果和期限，请补上。</source>
        <translation>The veto of “{item} {name}” needs both an effect and a term; please add it.</translation>
    </message>
    <message>
        <source>“{item} {name}”是扣分，不能当赠送积分，请改积分用途。</source>
        <translation>“{item} {name}” takes points and cannot be a gift; please change the use of the points.</translation>
    </message>
    <message>
        <source>“{value}”读不准，请写成 10、-2、5分/次、5-10分、2分/小时 的样子；还没议定就空着。</source>
        <translation>“{value}” cannot be read for certain; write it like 10, -2, 5 a time, 5-10, 2 an hour, or leave it empty while it is not decided.</translation>
    </message>
    <message>
        <source>没有积分细则草稿，请先导入表格或起草。</source>
        <translation>There is no draft of the points rules; import a sheet or draft them first.</translation>
    </message>
    <message>
        <source>没有第 {number} 版积分细则，请用 catalogue list 看有哪些版。</source>
        <translation>There is no version {number} of the points rules; see catalogue list.</translation>
    </message>
    <message>
        <source>“{name}”的“{words}”看不准，程序不会按它限，请改写成“每月最多20分”的样子。</source>
        <translation>“{words}” of “{name}” is not clear; the program sets no limit by it. Write it like: at most 20 points a month.</translation>
    </message>
    <message>
        <source>“{name}”的“{words}”程序数不了，记分的人自己把关。</source>
        <translation>The program cannot count “{words}” of “{name}”; whoever enters points watches over it.</translation>
    </message>
    <message>
        <source>“{name}”的“{words}”没写按日、月还是年，先按一直累计算，请核对。</source>
        <translation>“{words}” of “{name}” names no day, month or year; it is taken as in all, please check.</translation>
    </message>
    <message>
        <source>“{name}”的“{words}”是几行合用的，程序不会按它限，请在每项里写清。</source>
        <translation>“{words}” of “{name}” is shared by several rows; the program sets no limit by it, please write it for each item.</translation>
    </message>
    <message>
        <source>说明里的“{words}”看不准，程序不会按它限，请写成“全部加分每月不超过100分”的样子。</source>
        <translation>“{words}” in the remarks is not clear; the program sets no limit by it. Write it like: all credits at most 100 points a month.</translation>
    </message>
    <message>
        <source>“{name}”的分值被表格软件改成了日期 {value}，先停用，请改成“5至10分”的样子。</source>
        <translation>The value of “{name}” was turned into the date {value} by the spreadsheet; it is switched off for now, write it like: 5 to 10 points.</translation>
    </message>
    <message>
        <source>这张表和别的表说的一样，没有再读，请核对。</source>
        <translation>This sheet says the same as another one and was not read again; please check.</translation>
    </message>
    <message>
        <source>“{name}”在同一类里出现两次，两条都读入了，请核对。</source>
        <translation>“{name}” stands twice in one category; both were read, please check.</translation>
    </message>
    <message>
        <source>编码 {code} 以前是“{other}”，编码不能改给别的事，已换新编码，请核对。</source>
        <translation>Code {code} was “{other}” before and cannot go to another deed; it got a new code, please check.</translation>
    </message>
    <message>
        <source>“{name}”的用途“{value}”看不准，先按计分并可兑换，请核对。</source>
        <translation>The use “{value}” of “{name}” is not clear; it counts and can be redeemed for now, please check.</translation>
    </message>
    <message>
        <source>“{name}”写着“{value}”，效果和期限看不准，没有设否决，请在事项里选。</source>
        <translation>“{name}” says “{value}”, whose effect and term are not clear; no veto was set, please choose it in the item.</translation>
    </message>
    <message>
        <source>没有第 {claim} 号申报，请核对编号。</source>
        <translation>There is no claim {claim}; please check the number.</translation>
    </message>
    <message>
        <source>第 {claim} 号申报和它的审核记录对不上，可能被改过，请用备份核对。</source>
        <translation>Claim {claim} does not fit its reviews and may have been changed; please compare with a backup.</translation>
    </message>
    <message>
        <source>还没有勾选要办的申报。空格勾一条，Ctrl+A 全勾。</source>
        <translation>No claim is ticked yet. Space ticks one, Ctrl+A all.</translation>
    </message>
    <message>
        <source>第 {claim} 号申报不在这一步，请刷新后看它等在哪一步。</source>
        <translation>Claim {claim} is not at this step; refresh to see where it waits.</translation>
    </message>
    <message>
        <source>第 {claim} 号申报已经办结，不用再办。</source>
        <translation>Claim {claim} is finished already.</translation>
    </message>
    <message>
        <source>公示中的申报不用按通过：公示期满后按“公示期满入账”。</source>
        <translation>Claims on notice need no passing: when the notice is over, press Enter those whose notice is over.</translation>
    </message>
    <message>
        <source>退回或撤回要写原因，请补上。</source>
        <translation>Rejecting and withdrawing need a reason; please add it.</translation>
    </message>
    <message>
        <source>第 {claim} 号申报 {operator} 已经经手过一步，请换另一个人登录来办。</source>
        <translation>{operator} has taken a step of claim {claim} already; somebody else has to sign in for this one.</translation>
    </message>
    <message>
        <source>第 {claim} 号申报是 {operator} 自己家的，请换另一个人登录来办。</source>
        <translation>Claim {claim} is of {operator}&apos;s own household; somebody else has to sign in for this one.</translation>
    </message>
    <message>
        <source>一人经办时要有第二人签字：请先打印审核单，签好字，再填审核单的单号。</source>
        <translation>Working alone needs a second person&apos;s signature: print the review sheet, have it signed, then enter its number.</translation>
    </message>
    <message>
        <source>第 {claim} 号申报不是您记的，只有记录的人能撤回；要退回请由审核的人办。</source>
        <translation>Claim {claim} is not yours; only who recorded it can withdraw it, a reviewer can reject it.</translation>
    </message>
    <message>
        <source>没有单号为“{number}”的审核单，请看打印出来的审核单左上角。</source>
        <translation>There is no review sheet “{number}”; its number stands top left on the paper.</translation>
    </message>
    <message>
        <source>第 {claim} 号申报不在审核单 {number} 上，请另打一张审核单签字。</source>
        <translation>Claim {claim} does not stand on review sheet {number}; print another sheet for it.</translation>
    </message>
    <message>
        <source>账号 {number} 已经销户，请退回并写明原因。</source>
        <translation>Account {number} is closed; please reject with a reason.</translation>
    </message>
    <message>
        <source>这张单子已经报过别的内容，请重新开一张。</source>
        <translation>This form was sent with other content already; please open a new one.</translation>
    </message>
    <message>
        <source>日期“{said}”不是一天，或看不出是哪天，请改成 5月3日 这样。</source>
        <translation>“{said}” is not a day, or not clear which; write it like 5月3日.</translation>
    </message>
    <message>
        <source>日期 {said} 还没有到，请核对年份。</source>
        <translation>{said} has not come yet; please check the year.</translation>
    </message>
    <message>
        <source>表上报的是{title}，这一行写的是去年的 {said}，请核对。</source>
        <translation>The sheet is about {title}, this row says {said} of last year; please check.</translation>
    </message>
    <message>
        <source>表上报的是{title}，这一行的日期 {said} 不在这个月，请核对。</source>
        <translation>The sheet is about {title}, {said} of this row is not in that month; please check.</translation>
    </message>
    <message>
        <source>那一天还没有积分细则，不能记。</source>
        <translation>There were no points rules on that day; it cannot be entered.</translation>
    </message>
    <message>
        <source>积分细则里没有“{said}”，请改成细则的写法。</source>
        <translation>The rules have no “{said}”; write it as the rules do.</translation>
    </message>
    <message>
        <source>“{said}”与细则的“{item}”相近，是它就照报，不是请改。</source>
        <translation>“{said}” is like “{item}” of the rules: if it is that, claim it as it is, else change it.</translation>
    </message>
    <message>
        <source>分值“{said}”看不懂，细则是 {worth}，请改。</source>
        <translation>The points “{said}” cannot be read; the rules say {worth}.</translation>
    </message>
    <message>
        <source>分值 {said} 与细则不符，细则是 {worth}。</source>
        <translation>{said} points do not fit the rules, which say {worth}.</translation>
    </message>
    <message>
        <source>分值 {said} 超出细则的 {worth}，请改。</source>
        <translation>{said} points are beyond the rules&apos; {worth}; please change.</translation>
    </message>
    <message>
        <source>加减写反了：写的是 {said}，细则是 {worth}。</source>
        <translation>Plus and minus are the wrong way round: it says {said}, the rules {worth}.</translation>
    </message>
    <message>
        <source>写的是 {said}，已按细则改为 {worth}。</source>
        <translation>It said {said}; changed to {worth} by the rules.</translation>
    </message>
    <message>
        <source>本村没有户主“{said}”，请核对名字。</source>
        <translation>No head of household is called “{said}”; please check the name.</translation>
    </message>
    <message>
        <source>叫“{name}”的有 {count} 户（{codes}），请选是哪一户。</source>
        <translation>{count} households have a {name} ({codes}); please choose which.</translation>
    </message>
    <message>
        <source>这个网格没有“{name}”，别处有：{where}，请选户或改网格。</source>
        <translation>There is no “{name}” in this grid, but elsewhere: {where}; choose the household or change the grid.</translation>
    </message>
    <message>
        <source>“{name}”有重名，按门牌认定为 {code}。</source>
        <translation>“{name}” is there more than once; by the house number it is {code}.</translation>
    </message>
    <message>
        <source>“{name}”不是户主，记在 {code}（户主 {head}）。</source>
        <translation>“{name}” is not the head; it goes to {code} (head {head}).</translation>
    </message>
    <message>
        <source>{code} {name} 是空挂户或不计分的户，没有存折。</source>
        <translation>{code} {name} is not scored and has no passbook.</translation>
    </message>
    <message>
        <source>“{item}”是党员事项，记入 {name} 的红折。</source>
        <translation>“{item}” is for party members; it goes into the red passbook of {name}.</translation>
    </message>
    <message>
        <source>“{item}”是党员事项，{code} 这户没有党员，或不止一个。</source>
        <translation>“{item}” is for party members; household {code} has none, or more than one.</translation>
    </message>
    <message>
        <source>没有见证人。</source>
        <translation>No witness.</translation>
    </message>
    <message>
        <source>见证人就是 {name} 自己。</source>
        <translation>The witness is {name} himself or herself.</translation>
    </message>
    <message>
        <source>上报人 {name} 报的是自己家，须由别人审核。</source>
        <translation>{name} claims for the own household; somebody else has to review it.</translation>
    </message>
    <message>
        <source>同一天同一户同一事项已经有了，像是重复。</source>
        <translation>The same item of the same household and day is there already; it may be a double.</translation>
    </message>
    <message>
        <source>记 {said} 分会超过上限：“{item}”最多 {amount}{unit}，已有 {used}{unit}。</source>
        <translation>With {said} points the cap would be passed: “{item}” at most {amount} {unit}, {used} {unit} so far.</translation>
    </message>
    <message>
        <source>这一笔现在记不了：户已不在村、已停业、或扣后会成负数。</source>
        <translation>This cannot be entered now: the household is away, the shop closed, or it would go below zero.</translation>
    </message>
    <message>
        <source>村文件有一页已损坏（{detail}），流水到第 {seq} 行是好的，请用最近的备份恢复。</source>
        <translation>A page of the village file is damaged ({detail}); the ledger is good up to line {seq}. Please restore the latest backup.</translation>
    </message>
    <message>
        <source>“{text}”不是周、月、季或年，请写成 2026-09、2026Q3、2026 或那一周里的一天。</source>
        <translation>“{text}” is no week, month, quarter or year; write 2026-09, 2026Q3, 2026 or a day of the week.</translation>
    </message>
    <message>
        <source>{period}要到 {last_on} 才过完，过完才能关账，请到时再关。</source>
        <translation>{period} is over on {last_on} only and can be closed then.</translation>
    </message>
    <message>
        <source>到 {last_on} 为止已经关账，{period}不用再关。</source>
        <translation>Everything up to {last_on} is closed; {period} need not be closed again.</translation>
    </message>
    <message>
        <source>这一期没有关账，或不是在这里关的，不用重新打开。</source>
        <translation>This period is not closed, or was not closed here; it need not be opened.</translation>
    </message>
    <message>
        <source>后面的日子也关着（到 {last_on}），请先打开最后关的那一期。</source>
        <translation>Later days are closed as well (up to {last_on}); open the period that was closed last first.</translation>
    </message>
    <message>
        <source>“{name}”已经做过，不能再做；做错了请先整批冲销。</source>
        <translation>“{name}” was done already and cannot be done again; if it was wrong, reverse the whole act first.</translation>
    </message>
    <message>
        <source>列出清单以后又有积分变动，“{name}”没有做，请重新列清单核对。</source>
        <translation>Points have changed since the list was made; “{name}” was not done. Please make the list again.</translation>
    </message>
    <message>
        <source>“{name}”没有要动的存折，不用做。</source>
        <translation>“{name}” has no passbook to change.</translation>
    </message>
    <message>
        <source>这些日子已经出了 {number} 号公示，不能再打开；更正请冲销，记在下一期。</source>
        <translation>Notice {number} was issued for these days; they cannot be opened. Corrections are reversals and count in the next period.</translation>
    </message>
    <message>
        <source>这项设置不能是“{text}”，请改。</source>
        <translation>This setting cannot be “{text}”; please change it.</translation>
    </message>
    <message>
        <source>留痕第 {seq} 条和以前留下的校验码对不上，从那里起可能被换过，请用备份核对。</source>
        <translation>Audit row {seq} does not fit a check code that left the file; it may have been replaced from there on. Please compare with a backup.</translation>
    </message>
    <message>
        <source>第 {seq} 行以前的账和这台电脑上记下的校验码不符，账可能被换过。请用备份核对。</source>
        <translation>The books before line {seq} do not fit the check code kept on this computer; they may have been replaced. Please compare with a backup.</translation>
    </message>
    <message>
        <source>{name}还在户 {code}，请用“搬到别的户”把他迁过来。</source>
        <translation>{name} still lives in household {code}; use Moves to another household.</translation>
    </message>
    <message>
        <source>第 {batch} 次导入的记录被改过，撤销不再可靠，请用备份核对。</source>
        <translation>What was noted of import {batch} was changed; undoing it is no longer safe, please compare with a backup.</translation>
    </message>
    <message>
        <source>这张表的 {count} 行，别的表里都有这些人，没有再读；要读这张表，请选上它。</source>
        <translation>All {count} rows of this sheet stand in other sheets, too; it was not read. To read it, tick it.</translation>
    </message>
    <message>
        <source>{name}已登记 {day} 去世，表里还在户 {code}，这一行没有导入，请核对。</source>
        <translation>{name} died on {day} by the books but is still in household {code} on the sheet; the row was not imported, please check.</translation>
    </message>
    <message>
        <source>{name}已登记 {day} 婚出，表里还在户 {code}，这一行没有导入，请核对。</source>
        <translation>{name} married out on {day} by the books but is still in household {code} on the sheet; the row was not imported, please check.</translation>
    </message>
    <message>
        <source>{name}已登记 {day} 迁出，表里还在户 {code}，这一行没有导入，请核对。</source>
        <translation>{name} moved out on {day} by the books but is still in household {code} on the sheet; the row was not imported, please check.</translation>
    </message>
    <message>
        <source>{name}已登记 {day} 注销户口，表里还在户 {code}，这一行没有导入，请核对。</source>
        <translation>{name} was de-registered on {day} by the books but is still in household {code} on the sheet; the row was not imported, please check.</translation>
    </message>
    <message>
        <source>{name}从 {day} 起登记在户 {home}，表里却在户 {code}，这一行没有导入，请核对。</source>
        <translation>{name} has lived in household {home} since {day} by the books, the sheet says {code}; the row was not imported, please check.</translation>
    </message>
    <message>
        <source>{name}已登记 {day} 分户到 {home}，表里却在户 {code}，这一行没有导入，请核对。</source>
        <translation>{name} went to {home} by a split on {day}, the sheet says {code}; the row was not imported, please check.</translation>
    </message>
    <message>
        <source>{name}已登记 {day} 并户到 {home}，表里却在户 {code}，这一行没有导入，请核对。</source>
        <translation>{name} went to {home} by a merge on {day}, the sheet says {code}; the row was not imported, please check.</translation>
    </message>
    <message>
        <source>户 {code} 从 {day} 起户主是{head}，表里写{name}，户主没有改，请核对。</source>
        <translation>The head of household {code} has been {head} since {day}, the sheet says {name}; the head was not changed, please check.</translation>
    </message>
    <message>
        <source>{name}写的关系“{text}”不是对户 {code} 现在的户主{head}，关系先空着，请补上。</source>
        <translation>The relation “{text}” of {name} is not to {head}, who is head of household {code} now; it is left open, please add it.</translation>
    </message>
    <message>
        <source>户 {code} 已登记 {day} 并入户 {to}，表里还有这一户 {count} 人，没有导入，请核对。</source>
        <translation>Household {code} was merged into {to} on {day}, the sheet still has {count} people of it; they were not imported, please check.</translation>
    </message>
    <message>
        <source>户 {code} 已登记 {day} 注销，表里还有这一户 {count} 人，没有导入，请核对。</source>
        <translation>Household {code} was de-registered on {day}, the sheet still has {count} people of it; they were not imported, please check.</translation>
    </message>
    <message>
        <source>户 {code} 已登记 {day} 全户迁出，表里还有这一户 {count} 人，没有导入，请核对。</source>
        <translation>Household {code} moved out on {day}, the sheet still has {count} people of it; they were not imported, please check.</translation>
    </message>
    <message>
        <source>{name}的党员身份 {day} 登记为{old}，表里写{new}，没有改，请核对。</source>
        <translation>The party status of {name} was set to {old} on {day}, the sheet says {new}; it was not changed, please check.</translation>
    </message>
    <message>
        <source>{name}的居住状态 {day} 登记为“{old}”，表里写“{new}”，没有改，请核对。</source>
        <translation>The residence of {name} was set to “{old}” on {day}, the sheet says “{new}”; it was not changed, please check.</translation>
    </message>
    <message>
        <source>{name}的人员类别 {day} 在程序里改过，和表里不一样，没有改，请核对。</source>
        <translation>The tags of {name} were changed in the program on {day} and differ from the sheet; they were not changed, please check.</translation>
    </message>
    <message>
        <source>户 {code} {name}：{field} {day} 已更正为“{old}”，表里写“{new}”，没有改，请核对。</source>
        <translation>Household {code} {name}: {field} was corrected to “{old}” on {day}, the sheet says “{new}”; it was not changed, please check.</translation>
    </message>
    <message>
        <source>户 {code} {name}：{field} {day} 已在程序里删去，表里写“{new}”，没有填回，请核对。</source>
        <translation>Household {code} {name}: {field} was removed in the program on {day}, the sheet says “{new}”; it was not filled in again, please check.</translation>
    </message>
    <message>
        <source>按表里的办</source>
        <translation>Do as the sheet says</translation>
    </message>
    <message>
        <source>{name}（{number}）“{item}”当天已满 {used}/{amount} {unit}，没有记。</source>
        <translation>{name} ({number}): “{item}” is full for the day, {used}/{amount} {unit}; not entered.</translation>
    </message>
    <message>
        <source>{name}（{number}）“{item}”当月已满 {used}/{amount} {unit}，没有记。</source>
        <translation>{name} ({number}): “{item}” is full for the month, {used}/{amount} {unit}; not entered.</translation>
    </message>
    <message>
        <source>{name}（{number}）“{item}”当季已满 {used}/{amount} {unit}，没有记。</source>
        <translation>{name} ({number}): “{item}” is full for the quarter, {used}/{amount} {unit}; not entered.</translation>
    </message>
    <message>
        <source>{name}（{number}）“{item}”当年已满 {used}/{amount} {unit}，没有记。</source>
        <translation>{name} ({number}): “{item}” is full for the year, {used}/{amount} {unit}; not entered.</translation>
    </message>
    <message>
        <source>{name}（{number}）“{item}”累计已满 {used}/{amount} {unit}，没有记。</source>
        <translation>{name} ({number}): “{item}” is full in all, {used}/{amount} {unit}; not entered.</translation>
    </message>
    <message>
        <source>{name}（{number}）{day} 已记过“{item}”，没有再记。确实又做了一次的，请确认后再记。</source>
        <translation>{name} ({number}) has “{item}” for {day} already; not entered again. If it was done once more, confirm it.</translation>
    </message>
    <message>
        <source>{name}（{number}）{day} 已记过“{item}”，本村一户一天只记一次，没有再记。</source>
        <translation>{name} ({number}) has “{item}” for {day} already; in this village once a household and day, not entered again.</translation>
    </message>
    <message>
        <source>{name}（{number}）{day} 的“{item}”已记在本户另一本存折（{other}）上，没有再记。是两件事的，请确认。</source>
        <translation>“{item}” of {name} ({number}) for {day} is in the other book of the household ({other}) already; not entered again. If these are two deeds, confirm it.</translation>
    </message>
    <message>
        <source>{name}（{number}）{day} 的“{item}”已记在本户另一本存折（{other}）上，本村只记一本，没有再记。</source>
        <translation>“{item}” of {name} ({number}) for {day} is in the other book of the household ({other}) already; in this village one book only, not entered again.</translation>
    </message>
    <message>
        <source>{name}（{number}）结余 {balance} 分，不够扣“{item}”；本村规定这种存折不能欠分。</source>
        <translation>{name} ({number}) has {balance} points, not enough for “{item}”; such books may not go below zero here.</translation>
    </message>
    <message>
        <source>{name}（{number}）的“{item}”上次保存时没有记进这一批。要记请重新开一张。</source>
        <translation>“{item}” of {name} ({number}) did not go into this act when it was saved. To enter it, begin a new one.</translation>
    </message>
    <message>
        <source>没有第 {voucher} 批，请核对批号。</source>
        <translation>There is no act {voucher}; please check its number.</translation>
    </message>
    <message>
        <source>第 {voucher} 批不是记事项的（期初、基础分、冲销等），不能这样改。</source>
        <translation>Act {voucher} entered no items (opening, base points, reversal …) and cannot be changed like this.</translation>
    </message>
    <message>
        <source>这一批不是您自己直接记的，不能直接撤销；请写明原因，用冲销改正。</source>
        <translation>You did not enter this act yourself, so it cannot simply be undone; reverse it with a reason.</translation>
    </message>
    <message>
        <source>这一批不是今天记的，不能直接撤销；请写明原因，用冲销改正。</source>
        <translation>This act is not of today, so it cannot simply be undone; reverse it with a reason.</translation>
    </message>
    <message>
        <source>账号 {number} 的第 {seq} 行已经印在存折或公示上，不能直接撤销；请写明原因，用冲销改正。</source>
        <translation>Line {seq} of account {number} is on a passbook or notice already and cannot simply be undone; reverse it with a reason.</translation>
    </message>
    <message>
        <source>这里只能填 {least} 到 {most} 的数，“{text}”不行，请改。</source>
        <translation>A number from {least} to {most} goes here; “{text}” does not.</translation>
    </message>
    <message>
        <source>这里不能是负数，“{text}”不行，请改。</source>
        <translation>No negative number goes here; “{text}” does not.</translation>
    </message>
    <message>
        <source>最少 {least} 户比最多 {most} 户还多，请改其中一个。</source>
        <translation>At least {least} households are more than at most {most}; please change one.</translation>
    </message>
    <message>
        <source>分数线要从低到高，分高的星也要多，每个分数只写一次，请改。</source>
        <translation>Score lines rise, with more stars for more points and each score once; please change.</translation>
    </message>
    <message>
        <source>每档只能给 1 到 {most} 颗星，请改。</source>
        <translation>A band gives 1 to {most} stars; please change.</translation>
    </message>
    <message>
        <source>村里没有定这种办法，请先在“积分规矩”里写明积分怎么结转、怎么发基础分。</source>
        <translation>The village has not decided on this; say in Points policy how points are carried over and base points given.</translation>
    </message>
    <message>
        <source>没有写原因，请补上原因。</source>
        <translation>There is no reason; please add one.</translation>
    </message>
    <message>
        <source>{day} 还没有执行积分细则，请核对日期，或先采用积分细则。</source>
        <translation>No points rules were in force on {day}; check the date, or adopt the rules first.</translation>
    </message>
    <message>
        <source>{name} 自己的职责和户编号，请另一位审核员来改。</source>
        <translation>The roles and household of {name} are changed by another reviewer.</translation>
    </message>
    <message>
        <source>村里是记了就生效，没有审核。上报的要先审核：请到“积分规矩”打开“审核”再导入。</source>
        <translation>In this village deeds count at once, there is no review. Claims of grid workers need one: turn Review on in Points policy, then import.</translation>
    </message>
    <message>
        <source>文件只到第 {last} 行，这台电脑记过第 {seq} 行，像是旧的。请找最新的文件或从备份恢复。</source>
        <translation>This file ends at line {last}, but line {seq} was seen on this computer: it may be an old copy. Find the newest file or restore a backup.</translation>
    </message>
    <message>
        <source>折样里同一栏写了两次，请重新导出。</source>
        <translation>This kind of book has the same column twice. Export it again.</translation>
    </message>
    <message>
        <source>这里要填 {least} 到 {most}，请改。</source>
        <translation>This must be {least} to {most}. Please change it.</translation>
    </message>
    <message>
        <source>“{text}”不是数，请只填数字。</source>
        <translation>“{text}” is no number. Use digits only.</translation>
    </message>
    <message>
        <source>请起个名称，最多 {most} 个字。</source>
        <translation>Please give a name of at most {most} signs.</translation>
    </message>
    <message>
        <source>{lines} 行排到 {end} 毫米，超出页高 {height} 毫米，请改行数或行距。</source>
        <translation>{lines} lines reach {end} mm, beyond the page height of {height} mm. Change lines or line spacing.</translation>
    </message>
    <message>
        <source>骑缝在第几行后、空几行，请两个都填；没有骑缝就都填 0。</source>
        <translation>Give both for the fold: after which line, and how many stay empty; both 0 without a fold.</translation>
    </message>
    <message>
        <source>日期、事项、加、扣、结余五栏都要有，请补上。</source>
        <translation>Date, item, credit, debit and balance are all needed. Add what is missing.</translation>
    </message>
    <message>
        <source>这一栏压着左边的栏，请改“左”，或改窄左边的栏。</source>
        <translation>This column lies over the one before it. Change its left, or make the other narrower.</translation>
    </message>
    <message>
        <source>这一栏到 {end} 毫米，超出页宽 {width} 毫米，请改窄。</source>
        <translation>This column reaches {end} mm, beyond the page width of {width} mm. Make it narrower.</translation>
    </message>
    <message>
        <source>“{path}”不是能看的照片，请另选 PNG 或 JPG。</source>
        <translation>“{path}” is no picture that can be shown. Choose a PNG or JPG.</translation>
    </message>
    <message>
        <source>“{name}”已停用，只能改位置；页数、行数请在现用的折样里改。</source>
        <translation>“{name}” is off, only places can be changed; change pages or lines in a kind that is in use.</translation>
    </message>
    <message>
        <source>这份折样读不懂，没有收下，请重新导出。</source>
        <translation>This kind of book cannot be read and was not taken. Export it again.</translation>
    </message>
    <message>
        <source>没有“{name}”这种折样，请在折样里看看名称。</source>
        <translation>There is no kind of book “{name}”. See the names under Kinds of books.</translation>
    </message>
    <message>
        <source>已有折样叫“{name}”，请换一个名称。</source>
        <translation>There is a kind of book “{name}” already. Choose another name.</translation>
    </message>
    <message>
        <source>没有存折 {number}，请核对存折号。</source>
        <translation>There is no passbook {number}. Check the number.</translation>
    </message>
    <message>
        <source>“{number}”不是存折号，请照折上写，只写 3 到 21 位数字。</source>
        <translation>“{number}” is no passbook no. Write it as in the book, 3 to 21 digits only.</translation>
    </message>
    <message>
        <source>存折号 {number} 已经用过，请核对或另写一个。</source>
        <translation>Passbook no. {number} is used already. Check it or give another.</translation>
    </message>
    <message>
        <source>账号 {number} 已有存折 {book}，要换新的请按换折或挂失补发。</source>
        <translation>Account {number} has passbook {book} already. For a new one use Replace book or Report lost, reissue.</translation>
    </message>
    <message>
        <source>存折 {number} 已停用，请用这一户现在的存折。</source>
        <translation>Passbook {number} has ended. Use the present one of this household.</translation>
    </message>
    <message>
        <source>存折 {number} 写满了，请换折再登。</source>
        <translation>Passbook {number} is full. Replace it, then update.</translation>
    </message>
    <message>
        <source>“{name}”不能用于账号 {number} 的颜色，请另选折样。</source>
        <translation>“{name}” does not take the colour of account {number}. Choose another kind of book.</translation>
    </message>
    <message>
        <source>这种折只有 {pages} 页、每页 {lines} 行，请照折上的页和行填。</source>
        <translation>This kind of book has {pages} pages of {lines} lines. Give page and line as in the book.</translation>
    </message>
    <message>
        <source>账上没有哪一行结余是 {balance}（现在 {now}），请核对折上最后一行。</source>
        <translation>No line of the ledger has balance {balance} (now {now}). Check the last line in the book.</translation>
    </message>
    <message>
        <source>账上第 {lines} 行的结余都是 {balance}，请选折上最后一行。</source>
        <translation>Lines {lines} of the ledger all have balance {balance}. Choose the last line in the book.</translation>
    </message>
    <message>
        <source>存折 {number} 没有要登的行，都在折上了。</source>
        <translation>Passbook {number} has no unprinted entries; all are in the book.</translation>
    </message>
    <message>
        <source>存折 {number} 刚又记了账，还没有打印，请再看一遍再打。</source>
        <translation>Passbook {number} has just got new entries and was not printed. Look again, then print.</translation>
    </message>
    <message>
        <source>存折 {number} 上次打的还没有答复，请先答打好了吗。</source>
        <translation>The last print of passbook {number} is not answered. Say first whether it is printed.</translation>
    </message>
    <message>
        <source>没有等着答复的打印，请先登折。</source>
        <translation>No print awaits an answer. Update the passbook first.</translation>
    </message>
    <message>
        <source>这次只送了 {lines} 行，没有这一行，请照打出来的填。</source>
        <translation>Only {lines} lines were sent; this one was not. Answer by what was printed.</translation>
    </message>
    <message>
        <source>存折 {number} 后来又登过或已停用，只有最后一次打印能更正。</source>
        <translation>Passbook {number} was updated again or has ended; only the last print can be corrected.</translation>
    </message>
    <message>
        <source>存折 {number} 上就是{name}，不用过户。</source>
        <translation>Passbook {number} says {name} already, the holder need not be changed.</translation>
    </message>
    <message>
        <source>存折 {number} 的登折记录和账本对不上，请不要再登折，用备份核对。</source>
        <translation>What is recorded for passbook {number} does not fit the ledger. Stop updating and compare with a backup.</translation>
    </message>
    <message>
        <source>这里的账户都有存折了，不用再发。</source>
        <translation>All accounts here have a passbook; none need be issued.</translation>
    </message>
    <message>
        <source>这个网格没有要登的存折，都登好了，或还没答打好了吗。</source>
        <translation>No passbook of this grid is to be updated: all are done, or prints are not answered.</translation>
    </message>
    <message>
        <source>这个网格还没有存折，请先发折（book issue）。</source>
        <translation>This grid has no passbooks yet. Issue them first (book issue).</translation>
    </message>
    <message>
        <source>--number 只能给一本存折，请用 --account 写一个账号。</source>
        <translation>--number is for one passbook only; name its account with --account.</translation>
    </message>
    <message>
        <source>读不到“{path}”，请看看文件还在不在，再选一次。</source>
        <translation>“{path}” cannot be read. See whether the file is still there and choose again.</translation>
    </message>
    <message>
        <source>“{path}”由新版程序导出，请先升级这台电脑的程序。</source>
        <translation>“{path}” was exported by a newer version. Upgrade the program on this computer first.</translation>
    </message>
    <message>
        <source>“{path}”里有读不懂的数，没有导入，请重新导出。</source>
        <translation>“{path}” has figures that cannot be read and was not imported. Export it again.</translation>
    </message>
    <message>
        <source>纸的宽和高要在 {least} 到 {most} 毫米之间，请改。</source>
        <translation>Width and height of the paper must be {least} to {most} mm. Please change them.</translation>
    </message>
    <message>
        <source>距离要大于 0，请填尺上量到的毫米数。</source>
        <translation>The distance must be above 0. Type the millimetres on the ruler.</translation>
    </message>
    <message>
        <source>{value} 像是厘米，应在 {nominal} 毫米左右，请填毫米。</source>
        <translation>{value} looks like centimetres; about {nominal} mm is expected. Type millimetres.</translation>
    </message>
    <message>
        <source>{value} 和应有的 {nominal} 毫米差太多，请重量，或把纸放正再打。</source>
        <translation>{value} is too far from {nominal} mm. Measure again, or put the paper straight and print again.</translation>
    </message>
    <message>
        <source>{value} 和应有的 {nominal} 毫米差太多，请重量，并关掉打印缩放。</source>
        <translation>{value} is too far from {nominal} mm. Measure again and switch off print scaling.</translation>
    </message>
    <message>
        <source>{value} 和应有的 {nominal} 毫米差太多，请看看量的是不是这一张。</source>
        <translation>{value} is too far from {nominal} mm. See whether you measured this sheet.</translation>
    </message>
    <message>
        <source>打印机不会差这么多，没有保存，请检查填的数。</source>
        <translation>No printer is off that far, nothing was saved. Check the figures.</translation>
    </message>
    <message>
        <source>{printer} 的 {paper} 纸还没有校准，请先打第一张，量好填上。</source>
        <translation>{printer} is not calibrated for paper {paper}. Print the first sheet, measure and type it in.</translation>
    </message>
    <message>
        <source>打第二张要写 --printer，才知道用谁的校准。</source>
        <translation>The second sheet needs --printer to know whose calibration to use.</translation>
    </message>
    <message>
        <source>没有写校准的数，请写 --measured，或写 --right 和 --down。</source>
        <translation>No figures were given. Use --measured, or --right and --down.</translation>
    </message>
    <message>
        <source>这种存折的页比 {width}×{height} 毫米大，折不成小册子，请选大一号的。</source>
        <translation>The pages of this kind of book are larger than {width}×{height} mm and make no booklet. Choose larger paper.</translation>
    </message>
    <message>
        <source>{printer} 打不了 {paper} 毫米的纸，没有打印。请在打印机设置里加上这种纸。</source>
        <translation>{printer} does not take paper of {paper} mm, nothing was printed. Add this paper in the printer&apos;s settings.</translation>
    </message>
    <message>
        <source>恢复过备份，存折 {number} 上可能多出几行，请先对着折改登折位置。</source>
        <translation>A backup was restored; passbook {number} may hold lines that are not recorded. Look at the book and correct its next line first.</translation>
    </message>
    <message>
        <source>存折 {number} 的下一行就是 {page}-{line}，不用改。</source>
        <translation>The next line of passbook {number} is {page}-{line} already; nothing to change.</translation>
    </message>
    <message>
        <source>存折 {number} 是从 {page}-{line} 接手的，前面是手记的，请填后面的行。</source>
        <translation>Passbook {number} was taken over at {page}-{line}; what is before was written by hand. Give a later line.</translation>
    </message>
    <message>
        <source>没有写改到哪里，请加 --set 页-行，如 --set 2-7。</source>
        <translation>The new place is missing. Add --set page-line, such as --set 2-7.</translation>
    </message>
    <message>
        <source>这些存折没有要先看折的，可以直接登折。</source>
        <translation>None of these passbooks need be looked at first; go on and update them.</translation>
    </message>
    <message>
        <source>打印机的名称要写，只写一行，最多 {most} 个字，没有保存。</source>
        <translation>Give the printer&apos;s name in one line of at most {most} characters; nothing was saved.</translation>
    </message>
    <message>
        <source>“{path}”不是本程序导出的校准和折样，请另选一个。</source>
        <translation>“{path}” is no export of calibrations and kinds of books. Choose another file.</translation>
    </message>
    <message>
        <source>没有第“{number}”版红白事标准，请核对版次。</source>
        <translation>There is no standard number “{number}”. Check the number.</translation>
    </message>
    <message>
        <source>没有写机构名称，没有保存，请补上。</source>
        <translation>The council has no name, nothing was saved. Please add it.</translation>
    </message>
    <message>
        <source>成立日期 {day} 在今天（{today}）之后，请核对。</source>
        <translation>The founding day {day} is after today ({today}). Please check.</translation>
    </message>
    <message>
        <source>没有章程文字，没有保存，请粘贴全文或写明文件名。</source>
        <translation>The charter is empty, nothing was saved. Paste the full text or write the file name.</translation>
    </message>
    <message>
        <source>文字太长（最多 {most} 字），请删短再保存。</source>
        <translation>The text is too long (at most {most} characters). Shorten it, then save.</translation>
    </message>
    <message>
        <source>没有写是谁，请找一位居民，或写姓名。</source>
        <translation>Who is it? Find a resident or write a name.</translation>
    </message>
    <message>
        <source>没有写职务，请选一个或自己写。</source>
        <translation>The role is missing. Choose one or write your own.</translation>
    </message>
    <message>
        <source>这一项超过 {most} 字，请删短。</source>
        <translation>This has more than {most} characters. Shorten it.</translation>
    </message>
    <message>
        <source>花名册里没有“{text}”，请核对，或只写姓名。</source>
        <translation>“{text}” is not in the roster. Check it, or write the name only.</translation>
    </message>
    <message>
        <source>“{name}”有几位，住在 {codes}，请写明户编号。</source>
        <translation>There are several called “{name}”, in {codes}. Give the household code.</translation>
    </message>
    <message>
        <source>{name}从 {since} 起已是{duty}，任期还没有结束，不能再添。</source>
        <translation>{name} has been {duty} since {since}; that term still runs and cannot be added again.</translation>
    </message>
    <message>
        <source>任期从 {since} 起，最后一天不能更早，请改日期。</source>
        <translation>The term begins {since}; its last day cannot be earlier. Change the date.</translation>
    </message>
    <message>
        <source>{name}的任期已在 {on} 结束，只能提前，请改日期。</source>
        <translation>The term of {name} ended {on} and can only end earlier. Change the date.</translation>
    </message>
    <message>
        <source>没有编号“{text}”的任期，请刷新后再选。</source>
        <translation>There is no term “{text}”. Refresh and choose again.</translation>
    </message>
    <message>
        <source>承诺书没有文字，没有保存，请写上。</source>
        <translation>The pledge has no text, nothing was saved. Please write it.</translation>
    </message>
    <message>
        <source>文字与第 {number} 版一样，没有另存，请改后再存。</source>
        <translation>The text is the same as version {number}, nothing was saved. Change it first.</translation>
    </message>
    <message>
        <source>议定日期 {day} 在今天（{today}）之后，请核对。</source>
        <translation>The day of decision {day} is after today ({today}). Please check.</translation>
    </message>
    <message>
        <source>没有写谁签的，请找一位居民或一户。</source>
        <translation>Who signed? Find a resident or a household.</translation>
    </message>
    <message>
        <source>签订日期 {day} 在今天（{today}）之后，请核对。</source>
        <translation>The signing day {day} is after today ({today}). Please check.</translation>
    </message>
    <message>
        <source>{name}已在 {on} 签过（第 {number} 份），不用再登记。</source>
        <translation>{name} signed on {on} already (pledge {number}); no need to record it again.</translation>
    </message>
    <message>
        <source>没有编号“{text}”的承诺书，请核对。</source>
        <translation>There is no pledge “{text}”. Check its number.</translation>
    </message>
    <message>
        <source>第 {number} 份承诺书已经作废，请另选一份。</source>
        <translation>Pledge {number} is void already. Choose another.</translation>
    </message>
    <message>
        <source>作废要写原因，没有保存，请补上。</source>
        <translation>Voiding needs a reason, nothing was saved. Please add it.</translation>
    </message>
    <message>
        <source>没有写物品名称，没有保存，请补上。</source>
        <translation>The item has no name, nothing was saved. Please add it.</translation>
    </message>
    <message>
        <source>没有写单位（张、把、套），请补上。</source>
        <translation>The unit is missing (piece, set). Please add it.</translation>
    </message>
    <message>
        <source>已经有“{name}”了，请改它的数量，或换个名称。</source>
        <translation>There is “{name}” already. Change its number or use another name.</translation>
    </message>
    <message>
        <source>没有叫“{text}”的物品，请核对名称。</source>
        <translation>There is no item “{text}”. Check the name.</translation>
    </message>
    <message>
        <source>{name}还有 {out} {unit}借在外面，总数不能更少，请先登记归还。</source>
        <translation>{out} {unit} of {name} are lent out; there cannot be fewer in all. Record the return first.</translation>
    </message>
    <message>
        <source>{name}现在只有 {free} {unit}能借，请改数量。</source>
        <translation>Only {free} {unit} of {name} can be lent now. Change the number.</translation>
    </message>
    <message>
        <source>数量要从 1 起，请填数。</source>
        <translation>The number starts at 1. Please fill it in.</translation>
    </message>
    <message>
        <source>数量太大（最多 {most}），请核对。</source>
        <translation>The number is too large (at most {most}). Please check.</translation>
    </message>
    <message>
        <source>没有写借给谁，请选一件红白事或一户。</source>
        <translation>Who borrows it? Choose an event or a household.</translation>
    </message>
    <message>
        <source>没有编号“{text}”的借用，请刷新后再选。</source>
        <translation>There is no loan “{text}”. Refresh and choose again.</translation>
    </message>
    <message>
        <source>这一笔只剩 {open} {unit}没还，合起来不能更多，请改。</source>
        <translation>Only {open} {unit} of this loan are still out; together there cannot be more. Please change.</translation>
    </message>
    <message>
        <source>日期 {day} 在今天（{today}）之后，请核对。</source>
        <translation>The day {day} is after today ({today}). Please check.</translation>
    </message>
    <message>
        <source>{since} 才借出，归还不能更早，请改日期。</source>
        <translation>It was lent on {since} and cannot be back earlier. Change the date.</translation>
    </message>
    <message>
        <source>{since} 才借出，应还不能更早，请改日期。</source>
        <translation>It was lent on {since} and cannot be due earlier. Change the date.</translation>
    </message>
    <message>
        <source>{number} 号报备现在不能办这一步，请先看它办到哪里了。</source>
        <translation>Filing {number} cannot take this step now. See where it stands first.</translation>
    </message>
    <message>
        <source>{number} 已建议过积分（会议记录 {reference}），一件事只算一次。</source>
        <translation>Points for {number} were proposed already (minutes {reference}); an event counts once.</translation>
    </message>
    <message>
        <source>还没有勾选事项，请勾上理事会议定的。</source>
        <translation>Nothing is ticked. Tick what the council decided.</translation>
    </message>
    <message>
        <source>日期 {day} 在今天（{today}）之后，办了再记，请核对。</source>
        <translation>The day {day} is after today ({today}). Record it once it is done; please check.</translation>
    </message>
    <message>
        <source>日期 {day} 比报备（{reported_on}）早一年以上，请核对年份。</source>
        <translation>The day {day} is more than a year before the filing ({reported_on}). Check the year.</translation>
    </message>
    <message>
        <source>这一步要写会议记录号或备案号，请照纸上的填。</source>
        <translation>This step needs the minutes or filing number. Copy it from the paper.</translation>
    </message>
    <message>
        <source>这一步要写意见或原因，请补上一句。</source>
        <translation>This step needs an opinion or a reason. Please add it.</translation>
    </message>
    <message>
        <source>还没有写谁去的，请填核查人或走访人。</source>
        <translation>Who went? Give who checked or visited.</translation>
    </message>
    <message>
        <source>没有改日子、地点，也没有改计划，请填要改的。</source>
        <translation>No day, place or plan is changed. Fill in what changes.</translation>
    </message>
    <message>
        <source>核查日期 {day} 早于办事日期 {first}，请核对日期。</source>
        <translation>The check on {day} is before the event ({first}). Check the date.</translation>
    </message>
    <message>
        <source>这件事没有核准就办了，核查时请写明情况。</source>
        <translation>It was held without approval. Say how it came about when you check it.</translation>
    </message>
    <message>
        <source>请选结果：核查是未超、劝导、超标，回访是已整改、未整改。</source>
        <translation>Choose a result: within, corrected or over for a check; put right or not for a second look.</translation>
    </message>
    <message>
        <source>回访期限只用于要整改的，且不早于当天，请改。</source>
        <translation>A second look is only for what must be put right, and not before that day. Please change.</translation>
    </message>
    <message>
        <source>来客人数 {guests} 不对（最多 {most}），请核对。</source>
        <translation>{guests} guests cannot be right (at most {most}). Please check.</translation>
    </message>
    <message>
        <source>这一步不改桌数等数字，请去掉，另记一步。</source>
        <translation>This step changes no figures. Take them out and record them as another step.</translation>
    </message>
    <message>
        <source>这一步不改日子和地点，请另记“改期”。</source>
        <translation>This step changes no days or places. Record a “Change of plan”.</translation>
    </message>
    <message>
        <source>只有并为一件要写另一件的编号，请核对。</source>
        <translation>Only joining needs the number of another event. Please check.</translation>
    </message>
    <message>
        <source>与 {number} 号不是同一户（或合办）的同类事，不能并为一件。</source>
        <translation>{number} is no event of the same kind and household (or joint host); they cannot be joined.</translation>
    </message>
    <message>
        <source>{number} 号已办结、撤回或并入别件，不能再并入，请核对编号。</source>
        <translation>{number} is closed, withdrawn or joined itself and takes no other. Check the number.</translation>
    </message>
    <message>
        <source>{parts} 已并入 {number} 号，请先办好并入的那一件。</source>
        <translation>{parts} are joined to {number}. Deal with them first.</translation>
    </message>
    <message>
        <source>日子和地点最多 {most} 个，请核对日期。</source>
        <translation>At most {most} days and places. Check the dates.</translation>
    </message>
    <message>
        <source>类别“{said}”看不出是红事还是白事，请改成红或白。</source>
        <translation>The kind “{said}” is neither red nor white. Write 红 or 白.</translation>
    </message>
    <message>
        <source>类别写“{said}”，事由是{matter}，按{matter}的标准算。</source>
        <translation>The kind says “{said}”, the occasion is {matter}; it goes by the standard for {matter}.</translation>
    </message>
    <message>
        <source>没有写哪天办的，请补上办事日期。</source>
        <translation>The day of the event is missing. Please add it.</translation>
    </message>
    <message>
        <source>办事日期“{said}”看不出是哪天，请改成 2025.1.31 这样。</source>
        <translation>“{said}” is no day for an event. Write it like 2025.1.31.</translation>
    </message>
    <message>
        <source>办事日期“{said}”没有年份，标题上也没有，请补上。</source>
        <translation>The day “{said}” has no year, and the title has none. Please add it.</translation>
    </message>
    <message>
        <source>只写了农历 {lunar}，按历书是 {day}。</source>
        <translation>Only the lunar date {lunar} is given; by the calendar it is {day}.</translation>
    </message>
    <message>
        <source>没有写哪天报备的，请补上，或按办事当天报备算。</source>
        <translation>The filing day is missing. Add it, or take it as filed on the day.</translation>
    </message>
    <message>
        <source>没有写报备日期，按办事当天 {day} 报备算。</source>
        <translation>No filing day; taken as filed on the day, {day}.</translation>
    </message>
    <message>
        <source>报备日期“{said}”看不出是哪天，请改成 2025.1.31 这样。</source>
        <translation>“{said}” is no filing day. Write it like 2025.1.31.</translation>
    </message>
    <message>
        <source>报备日期“{said}”没有年份，按 {day} 算。</source>
        <translation>The filing day “{said}” has no year; taken as {day}.</translation>
    </message>
    <message>
        <source>{held} 办事，{day} 才报备，请核对日期。</source>
        <translation>Held {held} but filed only {day}. Check the dates.</translation>
    </message>
    <message>
        <source>报备 {reported} 和办事 {held} 差一年以上，请核对年份。</source>
        <translation>Filed {reported} and held {held} are over a year apart. Check the year.</translation>
    </message>
    <message>
        <source>{day} 还没有到，请核对日期。</source>
        <translation>{day} has not come yet. Check the date.</translation>
    </message>
    <message>
        <source>核查日期“{said}”不对，按办事最后一天算，请核对。</source>
        <translation>The check day “{said}” is wrong; the last day of the event is taken. Please check.</translation>
    </message>
    <message>
        <source>{day} 是农历 {lunar}，台账写的是“{said}”，请核对。</source>
        <translation>{day} is lunar {lunar}, the register says “{said}”. Please check.</translation>
    </message>
    <message>
        <source>农历“{said}”看不出是哪天（{day} 是 {lunar}），请核对。</source>
        <translation>“{said}” is no lunar date ({day} is {lunar}). Please check.</translation>
    </message>
    <message>
        <source>没有写事主，请补上名字。</source>
        <translation>The host is missing. Please add the name.</translation>
    </message>
    <message>
        <source>本村没有户编号“{said}”，请核对。</source>
        <translation>The village has no household code “{said}”. Please check.</translation>
    </message>
    <message>
        <source>户册里没有“{said}”，请核对名字，或选是哪一户。</source>
        <translation>“{said}” is not among the households. Check the name or choose the household.</translation>
    </message>
    <message>
        <source>“{grid}”没有“{name}”，别处有：{where}，请选户或改网格。</source>
        <translation>“{grid}” has no “{name}”; found elsewhere: {where}. Choose the household or change the grid.</translation>
    </message>
    <message>
        <source>“{name}”家不在 {said} 号，是 {codes}，请选户或改门牌。</source>
        <translation>“{name}” does not live at no. {said} but in {codes}. Choose the household or change the number.</translation>
    </message>
    <message>
        <source>“{name}”不是户主，记在 {code} {head} 户。</source>
        <translation>“{name}” is not a head; it goes to household {code} {head}.</translation>
    </message>
    <message>
        <source>没有写身份，{code} 户有党员，按党员的标准算。</source>
        <translation>No status given; household {code} has a party member, so that standard holds.</translation>
    </message>
    <message>
        <source>台账写“{name}”是党员干部，{code} 户册里没有党员，请核对。</source>
        <translation>The register calls “{name}” Party or cadre, but household {code} has no party member. Please check.</translation>
    </message>
    <message>
        <source>台账写“{name}”是群众，户册里是党员（{code}），请核对。</source>
        <translation>The register calls “{name}” a villager, the households say party member ({code}). Please check.</translation>
    </message>
    <message>
        <source>身份“{said}”看不懂，按户册算，请核对。</source>
        <translation>The status “{said}” is not understood; the households decide. Please check.</translation>
    </message>
    <message>
        <source>方式“{said}”没有全看懂，请核对是单办还是合办。</source>
        <translation>“{said}” is not fully understood. Is it one side or both? Please check.</translation>
    </message>
    <message>
        <source>{title}“{said}”不是一个整数，请改成 15 这样。</source>
        <translation>{title} “{said}” is no whole number. Write it like 15.</translation>
    </message>
    <message>
        <source>{title}“{said}”太大，请核对。</source>
        <translation>{title} “{said}” is too large. Please check.</translation>
    </message>
    <message>
        <source>“{said}…”太长，最多 {most} 个字，请改短。</source>
        <translation>“{said}…” is too long. Use at most {most} characters.</translation>
    </message>
    <message>
        <source>核查结果“{said}”看不懂，按数目算，请核对。</source>
        <translation>The result “{said}” is not understood; the figures decide. Please check.</translation>
    </message>
    <message>
        <source>核查结果没有说超没超标，按数目是{ours}。</source>
        <translation>The result does not say whether it was over; by the figures: {ours}.</translation>
    </message>
    <message>
        <source>台账写“{said}”，按标准是：{ours}，请核对。</source>
        <translation>The register says “{said}”, by the standard: {ours}. Please check.</translation>
    </message>
    <message>
        <source>写了“{said}”，没有结果和实际数，当作没有核查。</source>
        <translation>It says “{said}” without result or actual figures; taken as not checked.</translation>
    </message>
    <message>
        <source>{event} 号现在不能记核查，这一行的核查没有导入。</source>
        <translation>{event} takes no check now; the check in this row was left out.</translation>
    </message>
    <message>
        <source>备注“{said}”没有导入：这件事还没有核查。</source>
        <translation>The remark “{said}” was left out: the event is not checked yet.</translation>
    </message>
    <message>
        <source>和第 {row} 行是同一户、同一天、同一类，请核对留哪行。</source>
        <translation>Same household, day and kind as row {row}. Check which row stays.</translation>
    </message>
    <message>
        <source>这一户 {day} 还有一件同类的（{event}），请核对是不是一件。</source>
        <translation>This household has another of this kind on {day} ({event}). Are they the same?</translation>
    </message>
    <message>
        <source>{event} 号{title}是 {was}，台账写 {said}，没有改，请核对。</source>
        <translation>{event}: {title} is {was}, the register says {said}. Left as it is; please check.</translation>
    </message>
    <message>
        <source>统计到 {last} 止，早于开始的 {first}，请改日期。</source>
        <translation>Counting until {last} is before its start {first}. Change the dates.</translation>
    </message>
    <message>
        <source>这不是照片，请选 jpg 或 png 的照片。</source>
        <translation>This is no picture. Choose a jpg or png.</translation>
    </message>
    <message>
        <source>照片有 {size} KB，最多 {most} KB，请换小一点的。</source>
        <translation>The picture has {size} KB, at most {most} KB fit. Choose a smaller one.</translation>
    </message>
    <message>
        <source>这张照片已经删掉了，请重新打开看。</source>
        <translation>This picture was taken out. Open the event again.</translation>
    </message>
    <message>
        <source>“{text}”长短不对：周报写那一周里的一天，月报写 2026-09。</source>
        <translation>“{text}” has the wrong length: for a week give a day in it, for a month 2026-09.</translation>
    </message>
    <message>
        <source>{period}要过了 {last_on} 才能出榜，现在只能打校样。</source>
        <translation>{period} can be issued after {last_on}; for now only a proof can be made.</translation>
    </message>
    <message>
        <source>“{text}”不能用于这种公示，请写期间、细则版号或原公示的编号。</source>
        <translation>“{text}” does not fit this kind of notice. Give a period, a version of the rules or the number of the old notice.</translation>
    </message>
    <message>
        <source>{title}没有可列的内容，没有出榜，请核对。</source>
        <translation>{title} has nothing to list and was not issued. Please check.</translation>
    </message>
    <message>
        <source>{title}已出榜（{number} 号），要重出一版请写明原因。</source>
        <translation>{title} is issued already (No. {number}). For a new version give a reason.</translation>
    </message>
    <message>
        <source>{title}还没有出过榜，请去掉重出的原因再出榜。</source>
        <translation>{title} was never issued. Take out the reason for a new version, then issue it.</translation>
    </message>
    <message>
        <source>没有“{number}”这份公示，请照公示上的编号填。</source>
        <translation>There is no notice “{number}”. Type the number that stands on it.</translation>
    </message>
    <message>
        <source>请选公示的对象和栏目；楼栋只能单独出；字号 16 到 22。</source>
        <translation>Choose whose lines and which columns; buildings stand alone; text size 16 to 22.</translation>
    </message>
    <message>
        <source>选的栏目在这种纸上用大字排不下，请少选几栏，或换 A3、横放。</source>
        <translation>The columns do not fit this paper in large print. Choose fewer, or A3 or landscape.</translation>
    </message>
    <message>
        <source>没有写贴在哪里、谁贴的，没有保存，请补上。</source>
        <translation>Where it hangs or who hung it is missing; nothing was saved. Please add it.</translation>
    </message>
    <message>
        <source>张贴日期 {day} 早于出榜（{issued_on}），请核对。</source>
        <translation>Hung on {day} is before it was issued ({issued_on}). Please check.</translation>
    </message>
    <message>
        <source>贴到的日子早于张贴，或超过一年，请核对日期。</source>
        <translation>It hangs until a day before it was hung, or for over a year. Please check the days.</translation>
    </message>
    <message>
        <source>张贴日期 {day} 在今天（{today}）之后，贴了再记。</source>
        <translation>Hung on {day} is after today ({today}). Record it once it hangs.</translation>
    </message>
    <message>
        <source>公示{number}已在 {closed_on} 归档，这一步不用再办。</source>
        <translation>Notice {number} was archived on {closed_on}; this is not needed any more.</translation>
    </message>
    <message>
        <source>公示{number}已由{other}代替，请在{other}上办。</source>
        <translation>Notice {number} was replaced by {other}. Go on with {other}.</translation>
    </message>
    <message>
        <source>公示{number}还没有张贴，请先登记张贴再归档。</source>
        <translation>Notice {number} does not hang yet. Record its hanging, then archive it.</translation>
    </message>
    <message>
        <source>公示{number}要贴到 {until_on}，过了这天才能归档。</source>
        <translation>Notice {number} hangs until {until_on} and can be archived after that day.</translation>
    </message>
    <message>
        <source>公示{number}还有 {objections} 件异议没有答复，请先处理再归档。</source>
        <translation>Notice {number} has {objections} open objections. Answer them, then archive it.</translation>
    </message>
    <message>
        <source>没有“{number}”这件异议，请核对异议的编号。</source>
        <translation>There is no objection “{number}”. Please check its number.</translation>
    </message>
    <message>
        <source>这份公示没有第 {line} 行，只到第 {most} 行，请照公示上的行号填。</source>
        <translation>This notice has no line {line}; it ends at {most}. Type the line number on the notice.</translation>
    </message>
    <message>
        <source>没有写异议的内容或答复，没有保存，请补上。</source>
        <translation>The objection or the answer has no words; nothing was saved. Please add them.</translation>
    </message>
    <message>
        <source>收到日期 {day} 早于出榜（{issued_on}），请核对。</source>
        <translation>Received on {day} is before it was issued ({issued_on}). Please check.</translation>
    </message>
    <message>
        <source>收到日期 {day} 在今天（{today}）之后，请核对。</source>
        <translation>Received on {day} is after today ({today}). Please check.</translation>
    </message>
    <message>
        <source>答复期限 {day} 早于收到的 {received_on}，请改期限。</source>
        <translation>The answer is due {day}, before it was received ({received_on}). Please change it.</translation>
    </message>
    <message>
        <source>没有写交给谁办，没有保存，请补上。</source>
        <translation>Nobody is named to look into it; nothing was saved. Please add the name.</translation>
    </message>
    <message>
        <source>{number}已经办结，不能再改；又有意见请另记一件。</source>
        <translation>{number} is finished and cannot be changed. For more, record another objection.</translation>
    </message>
    <message>
        <source>{number}写了更正，却没有要冲销、补记的，请勾选或改为维持。</source>
        <translation>{number} says Corrected, but nothing is to be reversed or entered. Tick it, or choose Upheld.</translation>
    </message>
    <message>
        <source>{number}写了维持，不能又更正积分，请改为更正，或去掉。</source>
        <translation>{number} says Upheld, so points cannot be corrected. Choose Corrected, or take them out.</translation>
    </message>
    <message>
        <source>{number} 不是异议所指那一行的账，没有更正，请核对。</source>
        <translation>{number} does not belong to the line objected to; nothing was corrected. Please check.</translation>
    </message>
    <message>
        <source>这件异议是 {operator} 自己家的，请换另一个人登录来答复。</source>
        <translation>This objection is about {operator}&apos;s own household. Somebody else must sign in to answer it.</translation>
    </message>
    <message>
        <source>村里的积分要审核，更正请写签了字的单据号。</source>
        <translation>Points are reviewed in this village: a correction needs the number of a signed sheet.</translation>
    </message>
    <message>
        <source>读不到照片“{path}”，请看看文件还在不在，再选一次。</source>
        <translation>The picture “{path}” cannot be read. See whether the file is still there and choose it again.</translation>
    </message>
    <message>
        <source>异议是对整张公示的，补记到哪一本请用 --account 写账号。</source>
        <translation>The objection is about the whole notice: name the account for the entry with --account.</translation>
    </message>
    <message>
        <source>已经有 {most} 张照片，删掉不用的再加。</source>
        <translation>There are {most} pictures already. Take out some, then add.</translation>
    </message>
    <message>
        <source>有一张照片坏了，放不到纸上。请删掉那张，换一张再试。</source>
        <translation>A picture is broken and cannot go on paper. Take it out and try another.</translation>
    </message>
    <message>
        <source>第 {batch} 批的{names}后来兑换或盘点过，不能整批撤销，请逐样改。</source>
        <translation>{names} of batch {batch} were redeemed or counted since; the batch cannot be undone as a whole. Change them one by one.</translation>
    </message>
    <message>
        <source>没有写物品名称，请补上。</source>
        <translation>The goods have no name. Please add it.</translation>
    </message>
    <message>
        <source>编号 {said} 和第 {row} 行“{name}”重复，请改编号。</source>
        <translation>Code {said} is also in row {row}, “{name}”. Change the code.</translation>
    </message>
    <message>
        <source>编号 {said} 已经是“{name}”的，请改编号或名称。</source>
        <translation>Code {said} belongs to “{name}” already. Change the code or the name.</translation>
    </message>
    <message>
        <source>册上这样物品的编号是 {was}，表上写 {said}，没有改，请核对。</source>
        <translation>The code of these goods is {was}, the sheet says {said}; it was not changed, please check.</translation>
    </message>
    <message>
        <source>条码 {said} 和第 {row} 行“{name}”重复，请核对。</source>
        <translation>Barcode {said} is also in row {row}, “{name}”. Please check.</translation>
    </message>
    <message>
        <source>条码 {said} 已经是“{name}”的，请核对条码。</source>
        <translation>Barcode {said} belongs to “{name}” already. Check the barcode.</translation>
    </message>
    <message>
        <source>条码 {said} 和存折号分不清，条码没有导入。</source>
        <translation>Barcode {said} looks like a passbook number and was not imported.</translation>
    </message>
    <message>
        <source>和第 {row} 行“{name}”名称、规格都一样，请核对是不是一样。</source>
        <translation>Same name and specification as “{name}” in row {row}. Check whether it is the same.</translation>
    </message>
    <message>
        <source>和第 {row} 行“{name}”名称、规格都一样，按两样导入，请核对。</source>
        <translation>Same name and specification as “{name}” in row {row}; imported as two, please check.</translation>
    </message>
    <message>
        <source>和第 {row} 行“{name}”规格、分值一样，按两样导入，没有合并。</source>
        <translation>Same specification and points price as “{name}” in row {row}; imported as two, not joined.</translation>
    </message>
    <message>
        <source>册上有几样“{name}”（{codes}），请写明编号。</source>
        <translation>There are several “{name}” ({codes}). Give the code.</translation>
    </message>
    <message>
        <source>“{name}”（{code}）已经停用，请先启用，或换编号和名称。</source>
        <translation>“{name}” ({code}) is off. Switch it on first, or use another code and name.</translation>
    </message>
    <message>
        <source>兑换分值“{said}”不是大于 0 的数，请改成 25 这样。</source>
        <translation>The points price “{said}” is no figure above 0. Write it like 25.</translation>
    </message>
    <message>
        <source>没有写兑换分值，先导入，定了分值才能兑换。</source>
        <translation>No points price is given; it is imported and can be redeemed once the price is set.</translation>
    </message>
    <message>
        <source>没有写库存，按 0 算，请核对。</source>
        <translation>No stock is given; taken as 0, please check.</translation>
    </message>
    <message>
        <source>库存“{said}”不是一个数，请改成 86 这样。</source>
        <translation>The stock “{said}” is no figure. Write it like 86.</translation>
    </message>
    <message>
        <source>库存“{said}”小于 0，请按实物点清再写。</source>
        <translation>The stock “{said}” is below 0. Count the goods and write it again.</translation>
    </message>
    <message>
        <source>库存“{said}”不是整数，请按件数写。</source>
        <translation>The stock “{said}” is no whole number. Write it in pieces.</translation>
    </message>
    <message>
        <source>单位是{unit}，库存写“{said}”，按{unit}算，请核对。</source>
        <translation>The unit is {unit}, the stock says “{said}”; taken in {unit}, please check.</translation>
    </message>
    <message>
        <source>库存 {stock}，低于最低库存 {least}，要补货。</source>
        <translation>Stock {stock} is below the reorder level {least}: restock.</translation>
    </message>
    <message>
        <source>最低库存“{said}”看不懂，没有导入，请核对。</source>
        <translation>The reorder level “{said}” cannot be read and was not imported. Please check.</translation>
    </message>
    <message>
        <source>进价“{said}”看不懂，没有导入，请核对。</source>
        <translation>The cost “{said}” cannot be read and was not imported. Please check.</translation>
    </message>
    <message>
        <source>限兑“{said}”看不懂，没有导入，请核对。</source>
        <translation>The limit “{said}” cannot be read and was not imported. Please check.</translation>
    </message>
    <message>
        <source>限兑“{said}”没有写多久，按每月 {count} 件算，请核对。</source>
        <translation>The limit “{said}” names no period; taken as {count} pieces a month, please check.</translation>
    </message>
    <message>
        <source>{day} 到期，已经过期，{stock} 件不能兑换，请报损。</source>
        <translation>It expired on {day}; {stock} pieces cannot be redeemed. Write them off.</translation>
    </message>
    <message>
        <source>{day} 到期，不到两个月，{stock} 件请先兑出去。</source>
        <translation>It expires on {day}, in less than two months. Redeem the {stock} pieces first.</translation>
    </message>
    <message>
        <source>保质期“{said}”只写到月，按月底 {day} 算。</source>
        <translation>The shelf life “{said}” gives only a month; taken as its last day, {day}.</translation>
    </message>
    <message>
        <source>“{said}”是 1 月还是 10 月看不出，按 {day} 算，请核对。</source>
        <translation>“{said}” may be January or October; taken as {day}, please check.</translation>
    </message>
    <message>
        <source>“{said}”是能放多久，不是哪天到期，请看包装补上日期。</source>
        <translation>“{said}” says how long it keeps, not until which day. Add the date on the package.</translation>
    </message>
    <message>
        <source>保质期“{said}”看不出是哪天，没有导入，请补上。</source>
        <translation>The shelf life “{said}” is no day and was not imported. Please add it.</translation>
    </message>
    <message>
        <source>是服务，又写了 {stock} 件，按有数的券管库存。</source>
        <translation>It is a service yet has {stock} pieces; its stock is kept like vouchers of a fixed number.</translation>
    </message>
    <message>
        <source>合计写 {said}，按行加起来是 {sum}，照各行导入，请核对。</source>
        <translation>The total says {said}, the rows add up to {sum}; the rows were imported, please check.</translation>
    </message>
    <message>
        <source>{code} 的{title}册上是 {was}，表上是 {said}，没有改，请核对。</source>
        <translation>{code}: {title} is {was} here and {said} on the sheet; it was not changed, please check.</translation>
    </message>
    <message>
        <source>“{path}”写了两次，会互相盖掉，什么也没做，请另起一个文件名。</source>
        <translation>“{path}” is named twice and one would replace the other; nothing was done. Use another file name.</translation>
    </message>
    <message>
        <source>没有“{code}”这样物品，请核对编号或条码。</source>
        <translation>There are no goods “{code}”. Check the code or barcode.</translation>
    </message>
    <message>
        <source>没有“{name}”这个兑换点，请在“兑换点”里核对。</source>
        <translation>There is no outlet “{name}”. Look under “Outlets”.</translation>
    </message>
    <message>
        <source>有几个兑换点（{names}），请写明是哪一个，什么也没做。</source>
        <translation>There are several outlets ({names}). Say which one; nothing was done.</translation>
    </message>
    <message>
        <source>没有写名称或单位，没有保存，请补上。</source>
        <translation>The name or the unit is missing, nothing was saved. Please add it.</translation>
    </message>
    <message>
        <source>编号 {code} 已给了“{name}”，编号不重用，请换一个。</source>
        <translation>Code {code} was given to “{name}”, and codes are not used again. Choose another.</translation>
    </message>
    <message>
        <source>条码 {barcode} 已是“{name}”的，请核对再扫。</source>
        <translation>Barcode {barcode} belongs to “{name}” already. Check it and scan again.</translation>
    </message>
    <message>
        <source>条码 {barcode} 和存折号分不清，请另编一个条码。</source>
        <translation>Barcode {barcode} looks like a passbook number. Make up another barcode.</translation>
    </message>
    <message>
        <source>数字要在 0 到 {most} 之间，请改了再保存。</source>
        <translation>The figure lies between 0 and {most}. Change it, then save.</translation>
    </message>
    <message>
        <source>限兑要写清多久几件，请两样都填，或都不填。</source>
        <translation>A limit needs both period and pieces. Give both or neither.</translation>
    </message>
    <message>
        <source>兑换分值要大于 0，没有保存，请改分值。</source>
        <translation>A points price is above 0; nothing was saved. Change the price.</translation>
    </message>
    <message>
        <source>{other_day} 起已有新分值，不能再从 {day} 起改，请改日期。</source>
        <translation>There is a new points price from {other_day} already, so none can begin on {day}. Change the date.</translation>
    </message>
    <message>
        <source>{other_day} 已按原分值兑换过，新分值请从第二天起。</source>
        <translation>On {other_day} it was redeemed at the old points price. Let the new one begin the day after.</translation>
    </message>
    <message>
        <source>“{name}”已进出过或兑换过，不能改种类，请另建一样。</source>
        <translation>“{name}” was moved or redeemed already, so its kind stays. Make new goods instead.</translation>
    </message>
    <message>
        <source>“{name}”还有 {stock} 件在库，请先兑完、报损或调走。</source>
        <translation>{stock} pieces of “{name}” are still in stock. Redeem, write off or transfer them first.</translation>
    </message>
    <message>
        <source>只剩“{name}”一个兑换点，不能撤，请先添一个。</source>
        <translation>“{name}” is the only outlet left and must stay. Add another first.</translation>
    </message>
    <message>
        <source>兑换点“{name}”已停用，请先恢复或另选一个。</source>
        <translation>The outlet “{name}” is off. Restore it or choose another.</translation>
    </message>
    <message>
        <source>已有兑换点叫“{name}”，请换个名字。</source>
        <translation>There is an outlet “{name}” already. Use another name.</translation>
    </message>
    <message>
        <source>单子上还没有物品，没有保存，请先添物品。</source>
        <translation>There are no goods on the paper, nothing was saved. Add goods first.</translation>
    </message>
    <message>
        <source>第 {row} 行的数量要在 1 到 {most} 之间，请改。</source>
        <translation>The number in row {row} lies between 1 and {most}. Please change it.</translation>
    </message>
    <message>
        <source>“{name}”是服务，没有库存，不用入库和盘点。</source>
        <translation>“{name}” is a service without stock: no stock in and no stocktake.</translation>
    </message>
    <message>
        <source>“{name}”在库只有 {stock} 件，不够 {wanted} 件，请核对。</source>
        <translation>Only {stock} pieces of “{name}” are in stock, not {wanted}. Please check.</translation>
    </message>
    <message>
        <source>“{name}”到 {expires_on} 就过期了，不能入库，请核对日期。</source>
        <translation>“{name}” expired on {expires_on} and cannot be stocked in. Check the date.</translation>
    </message>
    <message>
        <source>“{name}”没有过期的，不能按过期报损，请选损坏。</source>
        <translation>Nothing of “{name}” has expired, so it cannot be written off as expired. Choose Damaged.</translation>
    </message>
    <message>
        <source>没有写原因，没有保存，请补上。</source>
        <translation>The reason is missing, nothing was saved. Please add it.</translation>
    </message>
    <message>
        <source>日期 {day} 在今天（{today}）之后，请改日期。</source>
        <translation>The date {day} is after today ({today}). Change the date.</translation>
    </message>
    <message>
        <source>调出和调入是同一个兑换点，请另选一个。</source>
        <translation>Both outlets of the transfer are the same. Choose another.</translation>
    </message>
    <message>
        <source>没有写来自哪里或给谁，没有保存，请补上。</source>
        <translation>From where or to whom is missing, nothing was saved. Please add it.</translation>
    </message>
    <message>
        <source>交接要两个人签字，请写交货人和收货人。</source>
        <translation>A handover has two signatures. Give who handed over and who received.</translation>
    </message>
    <message>
        <source>没有“{number}”这张单子，请核对单号。</source>
        <translation>There is no paper “{number}”. Check its number.</translation>
    </message>
    <message>
        <source>{number} 号单子已经收回过了，不用再收。</source>
        <translation>Paper {number} was taken back already; no need to do it again.</translation>
    </message>
    <message>
        <source>“{goods}”第 {batch} 批的库存和流水对不上，请用备份核对。</source>
        <translation>The stock of “{goods}”, batch {batch}, does not fit its movements. Compare with a backup.</translation>
    </message>
    <message>
        <source>{number} 号单子和它的库存流水对不上，请用备份核对。</source>
        <translation>Paper {number} does not fit its stock movements. Compare with a backup.</translation>
    </message>
    <message>
        <source>还没有选物品，请先按物品前的数字。</source>
        <translation>No goods are chosen. Press the number before the goods first.</translation>
    </message>
    <message>
        <source>{name}可兑 {least} 分，还差 {missing} 分，请换少一点。</source>
        <translation>{name} can redeem {least} points, {missing} short. Redeem less.</translation>
    </message>
    <message>
        <source>{name}的存折停兑或有一票否决，现在不能兑换。</source>
        <translation>The passbook of {name} is suspended or vetoed and cannot redeem now.</translation>
    </message>
    <message>
        <source>“{name}”今天还没有兑换分值，请先在物品里定分值。</source>
        <translation>“{name}” has no points price today. Set one under Goods first.</translation>
    </message>
    <message>
        <source>“{name}”已经停用，不能兑换，请换一样。</source>
        <translation>“{name}” is off and cannot be redeemed. Choose something else.</translation>
    </message>
    <message>
        <source>“{name}”限兑，这户这段时间还能兑 {left} 件，请改数量。</source>
        <translation>“{name}” has a limit: this household can redeem {left} more in this period. Change the number.</translation>
    </message>
    <message>
        <source>“{name}”能兑的只剩 {stock} 件，不够 {wanted} 件，请改数量。</source>
        <translation>Only {stock} pieces of “{name}” can be redeemed, not {wanted}. Change the number.</translation>
    </message>
    <message>
        <source>{operator}不能给自家兑换，请换人办，或填签字单编号。</source>
        <translation>{operator} cannot redeem for their own household. Let somebody else do it, or give the number of the signed sheet.</translation>
    </message>
    <message>
        <source>今天不是兑换日（下次 {next_day}），请到日子再来。</source>
        <translation>Today is no exchange day (next: {next_day}). Come back on the day.</translation>
    </message>
    <message>
        <source>本村红色存折不兑换物品，请用家里的绿色存折。</source>
        <translation>Red passbooks do not redeem goods in this village. Please use the household&apos;s green one.</translation>
    </message>
    <message>
        <source>没有“{number}”这张兑换单，请核对单号。</source>
        <translation>There is no slip “{number}”. Check its number.</translation>
    </message>
    <message>
        <source>{number} 号兑换单已在 {day} 退回，不用再退。</source>
        <translation>Slip {number} was returned on {day} already; no need to do it again.</translation>
    </message>
    <message>
        <source>没有写退回的原因，没有退，请补上。</source>
        <translation>The reason for the return is missing, nothing was returned. Please add it.</translation>
    </message>
    <message>
        <source>兑换单 {number} 的分、物和单对不上，请用备份核对。</source>
        <translation>Points, goods and paper of slip {number} do not fit. Compare with a backup.</translation>
    </message>
    <message>
        <source>没有“{number}”这次盘点，请核对编号或先开始盘点。</source>
        <translation>There is no stocktake “{number}”. Check its number or start one first.</translation>
    </message>
    <message>
        <source>这里的盘点 {number} 还没完，请先确认或作废它。</source>
        <translation>Stocktake {number} is still open here. Confirm or void it first.</translation>
    </message>
    <message>
        <source>盘点 {number} 已经结束，不能再改，请另开一次。</source>
        <translation>Stocktake {number} has ended and cannot be changed. Start another.</translation>
    </message>
    <message>
        <source>盘点 {number} 没有确认过，没有可收回的。</source>
        <translation>Stocktake {number} was never confirmed; there is nothing to take back.</translation>
    </message>
    <message>
        <source>盘点 {number} 还没有数过一样，请先填实盘数。</source>
        <translation>Nothing is counted yet in stocktake {number}. Fill in counts first.</translation>
    </message>
    <message>
        <source>“{name}”还没有盘，请先填实盘数再写原因。</source>
        <translation>“{name}” is not counted yet. Enter the count first, then the reason.</translation>
    </message>
    <message>
        <source>没有写盘点人或监盘人，没有保存，请补上。</source>
        <translation>Counted by or witness is empty, nothing was saved. Please add it.</translation>
    </message>
    <message>
        <source>“{name}”差 {difference} 件，没有写原因，请补上再确认。</source>
        <translation>“{name}” differs by {difference} and has no reason. Add it, then confirm.</translation>
    </message>
    <message>
        <source>“{name}”从没入过库，多出来的请先填入库单。</source>
        <translation>“{name}” never came into stock. Enter what is found on a stock-in sheet first.</translation>
    </message>
    <message>
        <source>盘点的人不能自己确认，请换人，或填签字单编号。</source>
        <translation>Who counted cannot confirm as well. Let somebody else do it, or give the number of the signed sheet.</translation>
    </message>
    <message>
        <source>“{name}”的实盘数要在 0 到 {most} 之间，请核对。</source>
        <translation>The count of “{name}” lies between 0 and {most}. Please check.</translation>
    </message>
    <message>
        <source>“{name}”数过以后账改过，请再数一遍。</source>
        <translation>The stock of “{name}” changed after it was counted. Please count it again.</translation>
    </message>
    <message>
        <source>{name}自己数了，不能又当监盘人，请换没数的人。</source>
        <translation>{name} counted and cannot be the witness, too. Choose somebody who did not count.</translation>
    </message>
    <message>
        <source>{number} 之后又盘过（{later}），请先收回 {later}。</source>
        <translation>There was a stocktake after {number} ({later}). Take {later} back first.</translation>
    </message>
    <message>
        <source>没有写原因，没有作废也没有收回，请补上。</source>
        <translation>There is no reason, nothing was voided or taken back. Please add it.</translation>
    </message>
    <message>
        <source>盘点 {number} 改动的数和盘出来的对不上，请用备份核对。</source>
        <translation>What stocktake {number} changed does not fit what was counted. Please compare with a backup.</translation>
    </message>
    <message>
        <source>没有“{number}”这个兑换日，或今天不在这里办，请核对。</source>
        <translation>There is no exchange day “{number}”, or it is not held here today. Please check.</translation>
    </message>
    <message>
        <source>没有写兑换日叫什么，没有保存，请补上。</source>
        <translation>The exchange day has no name, nothing was saved. Please add it.</translation>
    </message>
    <message>
        <source>结束日要在开始日之后一个月内，请改日期。</source>
        <translation>The last day lies within a month after the first. Change the date.</translation>
    </message>
    <message>
        <source>结束日 {until_on} 已经过去，请改日期再保存。</source>
        <translation>The last day {until_on} is past. Change the date, then save.</translation>
    </message>
    <message>
        <source>这几天这里已有“{name}”，请改日期或换兑换点。</source>
        <translation>“{name}” is held here on these days already. Change the date or the outlet.</translation>
    </message>
    <message>
        <source>“{name}”已在 {day} 结算，不能再办，请另开一个。</source>
        <translation>“{name}” was settled on {day} and is over. Open another exchange day.</translation>
    </message>
    <message>
        <source>“{name}”办在 {held_on} 到 {until_on}，今天不发号。</source>
        <translation>“{name}” is held from {held_on} to {until_on}; no tickets are given today.</translation>
    </message>
    <message>
        <source>{name}现在没有可兑的积分，没有发号，不用排队。</source>
        <translation>{name} has no points to redeem now: no ticket was given, no need to queue.</translation>
    </message>
    <message>
        <source>“{name}”{held_on} 才开始，还没有可结算的。</source>
        <translation>“{name}” begins on {held_on}; there is nothing to settle yet.</translation>
    </message>
    <message>
        <source>“{name}”的物、单、分对不上，没有结算，请先检查数据。</source>
        <translation>Goods, slips and points of “{name}” do not agree, nothing was settled. Check the data first.</translation>
    </message>
    <message>
        <source>兑换日 {number} 的物、单、分对不上，请用备份核对。</source>
        <translation>Goods, slips and points of exchange day {number} do not agree. Please compare with a backup.</translation>
    </message>
    <message>
        <source>第 {seq} 笔是兑换，请在“兑换登记”里连物品一起退回。</source>
        <translation>Line {seq} is a redemption. Return it with its goods in the redemption register.</translation>
    </message>
    <message>
        <source>“{name}”{day} 起最少时只有 {stock} 件，请改日期。</source>
        <translation>From {day} on there were at times only {stock} of “{name}”; please change the date.</translation>
    </message>
    <message>
        <source>“{name}”写了 {first} 和 {second} 两个数，没有记，请留一个。</source>
        <translation>“{name}” has two numbers, {first} and {second}. Nothing was kept; keep one of them.</translation>
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
    <name>SettleFace</name>
    <message>
        <source>说明（可以不写），印在结算单上</source>
        <translation>Explanation (optional), printed on the settlement sheet</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Explanation</translation>
    </message>
    <message>
        <source>物、单、分</source>
        <translation>Goods, slips, points</translation>
    </message>
    <message>
        <source>检查数据</source>
        <translation>Check the data</translation>
    </message>
    <message>
        <source>已结算</source>
        <translation>Settled</translation>
    </message>
    <message>
        <source>去结账与清零</source>
        <translation>To Closing and clearing</translation>
    </message>
    <message>
        <source>剩下的分按村里的规矩保留、减半或清零。先列清单看好，再执行。</source>
        <translation>Points left over are kept, halved or cleared by the village&apos;s rules. Look at the list first, then carry it out.</translation>
    </message>
    <message>
        <source>物、单、分三样相符。</source>
        <translation>Goods, slips and points agree.</translation>
    </message>
    <message>
        <source>对不上，不能结算。先检查数据，找出哪一笔不对。</source>
        <translation>They do not agree, so this cannot be settled. Check the data to find what is wrong.</translation>
    </message>
    <message>
        <source>{day} 结算，经手 {who}：{slips} 张兑换单，{points} 分，{pieces} 件（次）。</source>
        <translation>Settled {day}, handled by {who}: {slips} slips, {points} points, {pieces} pieces.</translation>
    </message>
    <message>
        <source>说明：{words}</source>
        <translation>Explanation: {words}</translation>
    </message>
    <message>
        <source>还有 {count} 户拿了号没有兑。</source>
        <translation>{count} households have a ticket and have not redeemed.</translation>
    </message>
    <message>
        <source>今天还在办：结算以后再兑换的，不算进这个兑换日。</source>
        <translation>Still held today: what is redeemed after settling does not count in this exchange day.</translation>
    </message>
    <message>
        <source>还没有到日子，没有可结算的。</source>
        <translation>The day has not come, there is nothing to settle.</translation>
    </message>
    <message>
        <source>{number}&#x3000;{name}&#x3000;{points} 分&#x3000;{reason}</source>
        <translation>{number}&#x3000;{name}&#x3000;{points} points&#x3000;{reason}</translation>
    </message>
    <message>
        <source>结算以后退回 {count} 张（结算的数不改，结算单上另列）：</source>
        <translation>Returned after settling: {count} (the settled figures stay, the settlement sheet lists these apart):</translation>
    </message>
</context>
<context>
    <name>SheetImportPage</name>
    <message>
        <source>已存为“{file}”。</source>
        <translation>Saved as “{file}”.</translation>
    </message>
    <message>
        <source>没有这样的行。</source>
        <translation>No such rows.</translation>
    </message>
    <message>
        <source>表格</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>Excel 表格</source>
        <translation>Excel workbook</translation>
    </message>
    <message>
        <source>选表格</source>
        <translation>Choose sheet</translation>
    </message>
    <message>
        <source>导入</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>有问题的另存为 Excel</source>
        <translation>Save problems as Excel</translation>
    </message>
</context>
<context>
    <name>SheetPanel</name>
    <message>
        <source>都不是，不记  0</source>
        <translation>None of them, leave out  0</translation>
    </message>
    <message>
        <source>上一个</source>
        <translation>The one before</translation>
    </message>
    <message>
        <source>签到表“{name}”</source>
        <translation>Sign-in sheet “{name}”</translation>
    </message>
    <message>
        <source>第 {number} 个问题，共 {count} 个</source>
        <translation>Question {number} of {count}</translation>
    </message>
    <message>
        <source>对上 {came} 人（{homes} 户）。没来 {absent} 行，重签 {twice} 行，村里没有 {unknown} 行。</source>
        <translation>{came} people found ({homes} households). {absent} rows did not come, {twice} signed twice, {unknown} are not of the village.</translation>
    </message>
    <message>
        <source>村里没有、不记：{names}</source>
        <translation>Not of the village, left out: {names}</translation>
    </message>
</context>
<context>
    <name>ShopGroup</name>
    <message>
        <source>积分超市</source>
        <translation>Points shop</translation>
    </message>
    <message>
        <source>哪天开柜台由村里定；开了兑换日，那几天照样能换。</source>
        <translation>The village decides when the counter is open; on an exchange day it is open all the same.</translation>
    </message>
    <message>
        <source>随时可以兑换</source>
        <translation>At any time</translation>
    </message>
    <message>
        <source>每月一天</source>
        <translation>One day a month</translation>
    </message>
    <message>
        <source>每季一天，在季末的月份</source>
        <translation>One day a quarter, in its last month</translation>
    </message>
    <message>
        <source>春节前几天</source>
        <translation>Some days before Spring Festival</translation>
    </message>
    <message>
        <source>哪天兑换</source>
        <translation>Redeem on</translation>
    </message>
    <message>
        <source>{day} 日</source>
        <translation>day {day}</translation>
    </message>
    <message>
        <source>几日</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>月里没有这天的算月底。</source>
        <translation>In a month without this day it is the last one.</translation>
    </message>
    <message>
        <source>选每月或每季一天才用。</source>
        <translation>Only with one day a month or quarter.</translation>
    </message>
    <message>
        <source>春节前</source>
        <translation>Spring Festival</translation>
    </message>
    <message>
        <source>天起，到除夕</source>
        <translation>days before, to its eve</translation>
    </message>
    <message>
        <source>选春节前几天才用。</source>
        <translation>Only with days before Spring Festival.</translation>
    </message>
    <message>
        <source>全年预算</source>
        <translation>Year&apos;s budget</translation>
    </message>
    <message>
        <source>元</source>
        <translation>yuan</translation>
    </message>
    <message>
        <source>兑换汇总里和进货比；0 是没有定。</source>
        <translation>The redemption summary compares it with what was bought; 0 means none is set.</translation>
    </message>
</context>
<context>
    <name>ShopLinks</name>
    <message>
        <source>扫存折，或输姓名拼音首字母、户编号。
物品按前面的数字；扫物品条码也行。</source>
        <translation>Scan a passbook, or type pinyin initials or a household code.
Goods by the number in front; scanning their barcode works, too.</translation>
    </message>
    <message>
        <source>物品</source>
        <translation>Goods</translation>
    </message>
    <message>
        <source>库存</source>
        <translation>Stock</translation>
    </message>
    <message>
        <source>盘点</source>
        <translation>Stocktake</translation>
    </message>
    <message>
        <source>兑换登记</source>
        <translation>Redemption register</translation>
    </message>
    <message>
        <source>兑换日</source>
        <translation>Exchange day</translation>
    </message>
    <message>
        <source>兑换汇总</source>
        <translation>Redemption summary</translation>
    </message>
</context>
<context>
    <name>SignInSheet</name>
    <message>
        <source>谁在用</source>
        <translation>Who is there</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>进入  回车</source>
        <translation>Enter  ⏎</translation>
    </message>
</context>
<context>
    <name>SingleSide</name>
    <message>
        <source>姓名、拼音首字母、户编号、存折号</source>
        <translation>Name, pinyin initials, household code or passbook no.</translation>
    </message>
    <message>
        <source>没有找到这一户</source>
        <translation>No such household</translation>
    </message>
    <message>
        <source>记给谁</source>
        <translation>For whom</translation>
    </message>
    <message>
        <source>可用 {spendable} 分&#x3000;结余 {balance} 分&#x3000;{grid}</source>
        <translation>Spendable {spendable}&#x3000;Balance {balance}&#x3000;{grid}</translation>
    </message>
    <message>
        <source>{figures}&#x3000;待审 {pending} 分</source>
        <translation>{figures}&#x3000;{pending} points await review</translation>
    </message>
</context>
<context>
    <name>SlipDays</name>
    <message>
        <source>日</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>月</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>季</source>
        <translation>Quarter</translation>
    </message>
    <message>
        <source>年</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>自选</source>
        <translation>Own dates</translation>
    </message>
    <message>
        <source>前一期</source>
        <translation>Period before</translation>
    </message>
    <message>
        <source>后一期</source>
        <translation>Period after</translation>
    </message>
    <message>
        <source>从</source>
        <translation>From</translation>
    </message>
    <message>
        <source>到</source>
        <translation>to</translation>
    </message>
</context>
<context>
    <name>SlipPage</name>
    <message>
        <source>兑换单</source>
        <translation>Slip</translation>
    </message>
    <message>
        <source>兑换单上半张店里存，下半张给住户；过了当天打印的写“副本”。</source>
        <translation>The upper half of the slip stays in the shop, the lower half goes to the household; printed on a later day it says “副本” (copy).</translation>
    </message>
    <message>
        <source>别人代领的，把“领取告知单”交给这一户，好核对。</source>
        <translation>If somebody else collected, give the collection note to the household, so that it can check.</translation>
    </message>
    <message>
        <source>给错了按“退回”：积分还到存折，物品放回货架，单子划掉留着。</source>
        <translation>Given by mistake? Press “Return”: the points go back to the passbook, the goods to the shelf; the slip is crossed out and kept.</translation>
    </message>
    <message>
        <source>兑换单 {number}</source>
        <translation>Slip {number}</translation>
    </message>
    <message>
        <source>兑换单 {number} 已退回，{points} 分还到{name}的存折。</source>
        <translation>Slip {number} is returned, {points} points went back to the passbook of {name}.</translation>
    </message>
    <message>
        <source>领取告知单</source>
        <translation>Collection note</translation>
    </message>
    <message>
        <source>兑换的物品</source>
        <translation>Goods redeemed</translation>
    </message>
    <message>
        <source>存折上的行</source>
        <translation>Passbook lines</translation>
    </message>
    <message>
        <source>物品</source>
        <translation>Goods</translation>
    </message>
    <message>
        <source>情况</source>
        <translation>State</translation>
    </message>
    <message>
        <source>{name}&#x3000;{code}&#x3000;存折 {book}</source>
        <translation>{name}&#x3000;{code}&#x3000;Passbook {book}</translation>
    </message>
    <message>
        <source>{day} {time}&#x3000;{outlet}&#x3000;经办 {who}</source>
        <translation>{day} {time}&#x3000;{outlet}&#x3000;Handler {who}</translation>
    </message>
    <message>
        <source>兑换前可用 {before} 分，用了 {points} 分，余 {left} 分</source>
        <translation>Spendable before {before}, used {points}, left {left}</translation>
    </message>
    <message>
        <source>领取：{who}</source>
        <translation>Collected by: {who}</translation>
    </message>
    <message>
        <source>签字单 {number}</source>
        <translation>Signed sheet {number}</translation>
    </message>
    <message>
        <source>物品已放回</source>
        <translation>Goods are back</translation>
    </message>
    <message>
        <source>物品没有放回</source>
        <translation>Goods are not back</translation>
    </message>
    <message>
        <source>{day} {who}退回：{reason}。{goods}。</source>
        <translation>{day} returned by {who}: {reason}. {goods}.</translation>
    </message>
    <message>
        <source>退回</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>看存折</source>
        <translation>See passbook</translation>
    </message>
    <message>
        <source>正在排版…</source>
        <translation>Laying out…</translation>
    </message>
</context>
<context>
    <name>SlipUndoDialog</name>
    <message>
        <source>退回兑换单</source>
        <translation>Return slip</translation>
    </message>
</context>
<context>
    <name>SlipUndoForm</name>
    <message>
        <source>物品已经放回货架</source>
        <translation>The goods are back on the shelf</translation>
    </message>
    <message>
        <source>兑换单</source>
        <translation>Slip</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>自己今天开的、还没登折的，可以不写。</source>
        <translation>May be empty for your own slip of today that is not in the book yet.</translation>
    </message>
    <message>
        <source>物品</source>
        <translation>Goods</translation>
    </message>
    <message>
        <source>没放回的不勾，库存就不加回。</source>
        <translation>Untick what is not back; it is not added to the stock.</translation>
    </message>
    <message>
        <source>退回</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>{number}&#x3000;{name}&#x3000;{points} 分</source>
        <translation>{number}&#x3000;{name}&#x3000;{points} points</translation>
    </message>
    <message>
        <source>积分还到存折，另记红字，单子留着。</source>
        <translation>The points go back to the book as a reversal line; the slip stays.</translation>
    </message>
</context>
<context>
    <name>Slips</name>
    <message>
        <source>本人</source>
        <translation>Holder</translation>
    </message>
    <message>
        <source>{name}（{relation}代领）</source>
        <translation>{name} ({relation}, proxy)</translation>
    </message>
    <message>
        <source>✓ 已兑换</source>
        <translation>✓ Redeemed</translation>
    </message>
    <message>
        <source>↶ 已退回</source>
        <translation>↶ Returned</translation>
    </message>
    <message>
        <source>{name}×{count}</source>
        <translation>{name}×{count}</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>SlipsPage</name>
    <message>
        <source>兑换登记</source>
        <translation>Redemption register</translation>
    </message>
    <message>
        <source>全部兑换点</source>
        <translation>All outlets</translation>
    </message>
    <message>
        <source>单号、姓名、拼音首字母、户编号、存折账号、物品</source>
        <translation>Slip no., name, pinyin initials, household code, account, goods</translation>
    </message>
    <message>
        <source>上面选日、月、季、年或自选日期；可以按单号、姓名、物品找。</source>
        <translation>Choose day, month, quarter, year or your own dates above; find by slip number, name or goods.</translation>
    </message>
    <message>
        <source>选中一张按 Enter 打开：补打兑换单、告知单，给错了在里面退回。</source>
        <translation>Choose a slip and press Enter: print the slip or the collection note again, return what was given by mistake.</translation>
    </message>
    <message>
        <source>打印的登记表一式两份，店里和办公室各存一份；退回的划掉，不计入合计。</source>
        <translation>The register is printed in two copies, one for the shop and one for the office; what was returned is crossed out and not in the totals.</translation>
    </message>
    <message>
        <source>兑换单 {slips} 张，{pieces} 件，{points} 分</source>
        <translation>{slips} slips, {pieces} pieces, {points} points</translation>
    </message>
    <message>
        <source>，另有 {count} 张已退回，不计在内</source>
        <translation>, besides {count} returned, not counted</translation>
    </message>
    <message>
        <source>这段时间里没有找到“{text}”，请换个日期或写法。</source>
        <translation>Nothing found for “{text}” in these days. Try other dates or words.</translation>
    </message>
    <message>
        <source>看全部</source>
        <translation>Show all</translation>
    </message>
    <message>
        <source>这段时间没有兑换。</source>
        <translation>Nothing was redeemed in these days.</translation>
    </message>
    <message>
        <source>去兑换柜台</source>
        <translation>Go to Counter</translation>
    </message>
    <message>
        <source>正在排版…</source>
        <translation>Laying out…</translation>
    </message>
    <message>
        <source>兑换汇总</source>
        <translation>Redemption summary</translation>
    </message>
    <message>
        <source>存为 Excel</source>
        <translation>Save as Excel</translation>
    </message>
    <message>
        <source>打印预览</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>正在存为 Excel…</source>
        <translation>Saving as Excel…</translation>
    </message>
    <message>
        <source>兑换登记表 {days}</source>
        <translation>Redemption register {days}</translation>
    </message>
</context>
<context>
    <name>SpendingGroup</name>
    <message>
        <source>兑换</source>
        <translation>Redeemed</translation>
    </message>
    <message>
        <source>攒到多少才能换、赠送的分怎么用，先说清楚免得争。</source>
        <translation>From how many points one may redeem and how gifts are used, said beforehand to spare a quarrel.</translation>
    </message>
    <message>
        <source>起兑</source>
        <translation>From</translation>
    </message>
    <message>
        <source>分</source>
        <translation>points</translation>
    </message>
    <message>
        <source>自己挣 1 分，才能用 {count} 分</source>
        <translation>1 earned point unlocks {count}</translation>
    </message>
    <message>
        <source>随便用</source>
        <translation>Freely</translation>
    </message>
    <message>
        <source>赠送的分</source>
        <translation>Gift points</translation>
    </message>
    <message>
        <source>常见的是配 1 分，困难户配 5 分。</source>
        <translation>Usually 1, for households in need 5.</translation>
    </message>
    <message>
        <source>兑换也减考核分</source>
        <translation>Redeeming lowers the assessment</translation>
    </message>
    <message>
        <source>不勾：评比看挣来的分，换了东西不影响。</source>
        <translation>Not ticked: comparison goes by what was earned, redeeming does not touch it.</translation>
    </message>
    <message>
        <source>折上留够这个数，超出的才能换；0 是有分就能换。</source>
        <translation>This much stays in the passbook, only what is above it can be redeemed; 0 means any points can.</translation>
    </message>
    <message>
        <source>党员的红色存折也能兑换物品</source>
        <translation>Red passbooks of party members redeem goods, too</translation>
    </message>
    <message>
        <source>不勾：红折只看不换，党员用家里的绿折换。</source>
        <translation>Not ticked: red books can be looked at but not redeem; party members redeem with their household&apos;s green book.</translation>
    </message>
</context>
<context>
    <name>SplitPage</name>
    <message>
        <source>分户</source>
        <translation>Split household</translation>
    </message>
    <message>
        <source>新户参加积分</source>
        <translation>The new household earns points</translation>
    </message>
    <message>
        <source>完成分户</source>
        <translation>Split</translation>
    </message>
    <message>
        <source>先勾分出去的人，再选新户主；各人与新户主的关系自动推算，不对的可以改。</source>
        <translation>Tick who leaves and choose the new head; what each becomes to the new head is worked out, change what is wrong.</translation>
    </message>
    <message>
        <source>再选积分怎么分，下面列出每本存折现在和之后的数，前后合计相等才对。</source>
        <translation>Choose how points are divided: below you see each passbook now and then; the totals must be the same.</translation>
    </message>
    <message>
        <source>写上日期和原因，按 F8 完成；新户接着编号，两本存折都会写上一行。</source>
        <translation>Give date and reason, F8 finishes. The new household gets the next code; both passbooks get a line.</translation>
    </message>
    <message>
        <source>分户&#x3000;{head}户&#x3000;{code}</source>
        <translation>Split&#x3000;{head}&#x3000;{code}</translation>
    </message>
    <message>
        <source>已分户。</source>
        <translation>The household is split.</translation>
    </message>
    <message>
        <source>请写明分户的原因。</source>
        <translation>Please give the reason for the split.</translation>
    </message>
    <message>
        <source>请选新户的户主。</source>
        <translation>Choose the head of the new household.</translation>
    </message>
    <message>
        <source>1 谁分出去</source>
        <translation>1 Who leaves</translation>
    </message>
    <message>
        <source>2 新户</source>
        <translation>2 The new household</translation>
    </message>
    <message>
        <source>新户主</source>
        <translation>New head</translation>
    </message>
    <message>
        <source>网格</source>
        <translation>Grid</translation>
    </message>
    <message>
        <source>门牌</source>
        <translation>House no.</translation>
    </message>
    <message>
        <source>住址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>4 积分怎么分</source>
        <translation>4 Points</translation>
    </message>
    <message>
        <source>请选</source>
        <translation>Choose</translation>
    </message>
    <message>
        <source>老户户主</source>
        <translation>Head who stays</translation>
    </message>
    <message>
        <source>3 各人与户主的关系</source>
        <translation>3 Relations to the head</translation>
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
    <message>
        <source>比上一版变动 {count} 处。</source>
        <translation>{count} changes since the last edition.</translation>
    </message>
    <message>
        <source>导出 Excel</source>
        <translation>Save as Excel</translation>
    </message>
    <message>
        <source>要改哪一条：导出 Excel，在表里改好，开会通过后“从表格采用”。</source>
        <translation>To change a line: save as Excel, change it there, then “Adopt from a sheet” once a meeting has passed it.</translation>
    </message>
    <message>
        <source>已存为 {name}。</source>
        <translation>Saved as {name}.</translation>
    </message>
    <message>
        <source>导出红白事标准</source>
        <translation>Save the standard</translation>
    </message>
    <message>
        <source>红白事标准.xlsx</source>
        <translation>standard.xlsx</translation>
    </message>
    <message>
        <source>正在导出…</source>
        <translation>Saving…</translation>
    </message>
</context>
<context>
    <name>Standing</name>
    <message>
        <source>未到星级</source>
        <translation>No star yet</translation>
    </message>
    <message>
        <source>{stars}（年度 {points} 分）</source>
        <translation>{stars} ({points} points this year)</translation>
    </message>
    <message>
        <source>✕ 考核 {points} 分，低于 {line} 分，暂停评优和兑换</source>
        <translation>✕ Assessment {points}, below {line}: honours and redemption suspended</translation>
    </message>
    <message>
        <source>可兑 {points} 分</source>
        <translation>{points} points redeemable</translation>
    </message>
    <message>
        <source>至少留 {points} 分</source>
        <translation>{points} points stay</translation>
    </message>
    <message>
        <source>赠分 {points} 分待解锁</source>
        <translation>{points} gift points still locked</translation>
    </message>
    <message>
        <source>不得评优、兑换</source>
        <translation>no honours, no redemption</translation>
    </message>
    <message>
        <source>不得评优</source>
        <translation>no honours</translation>
    </message>
    <message>
        <source>不得兑换</source>
        <translation>no redemption</translation>
    </message>
    <message>
        <source>冲销前有效</source>
        <translation>until reversed</translation>
    </message>
    <message>
        <source>到 {day}</source>
        <translation>until {day}</translation>
    </message>
    <message>
        <source>✕ 一票否决“{item}”（{on}，{until}）：{what}</source>
        <translation>✕ Veto “{item}” ({on}, {until}): {what}</translation>
    </message>
</context>
<context>
    <name>StarsGroup</name>
    <message>
        <source>暂停线和星级</source>
        <translation>Suspension line and stars</translation>
    </message>
    <message>
        <source>分太低先停评先和兑换，分高的给几颗星。</source>
        <translation>Below some points honours and redemption pause; for many points there are stars.</translation>
    </message>
    <message>
        <source>暂停线</source>
        <translation>Suspension line</translation>
    </message>
    <message>
        <source>分以下暂停</source>
        <translation>points or less suspend</translation>
    </message>
    <message>
        <source>不填就没有。有的村定 60，有的定 70，回到线上就恢复。</source>
        <translation>Empty for none. Some villages take 60, some 70; back above the line everything returns.</translation>
    </message>
    <message>
        <source>看全年的考核分，满几分给几颗星。</source>
        <translation>Goes by the assessment of the year: how many stars from how many points.</translation>
    </message>
    <message>
        <source>户的星级</source>
        <translation>Stars of households</translation>
    </message>
    <message>
        <source>党员的星级</source>
        <translation>Stars of party members</translation>
    </message>
</context>
<context>
    <name>StartForm</name>
    <message>
        <source>开始盘点</source>
        <translation>Start stocktake</translation>
    </message>
    <message>
        <source>兑换点</source>
        <translation>Outlet</translation>
    </message>
    <message>
        <source>盘点人</source>
        <translation>Counted by</translation>
    </message>
    <message>
        <source>数实物的人，几个人用顿号隔开。监盘人确认时再写。</source>
        <translation>Who counts the goods, several with a comma between. The witness is named when it is confirmed.</translation>
    </message>
    <message>
        <source>开始</source>
        <translation>Start</translation>
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
    <name>StepForm</name>
    <message>
        <source>由谁去</source>
        <translation>Who goes</translation>
    </message>
    <message>
        <source>到场人数</source>
        <translation>Guests</translation>
    </message>
    <message>
        <source>人</source>
        <translation>people</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>回访期限</source>
        <translation>Second look by</translation>
    </message>
    <message>
        <source>办事日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>到哪天</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>地点</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>并入哪一件</source>
        <translation>Join to</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>乡镇备案号</source>
        <translation>Township filing no.</translation>
    </message>
    <message>
        <source>会议记录号</source>
        <translation>Minutes no.</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>意见</source>
        <translation>Opinion</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Explanation</translation>
    </message>
    <message>
        <source>对照标准</source>
        <translation>Against the standard</translation>
    </message>
    <message>
        <source>照报备的数同意就不用填；有改动的才填核准的数。</source>
        <translation>Leave empty if approved as filed; fill in only the figures that differ.</translation>
    </message>
    <message>
        <source>计划有变的数改过来，没变的不动。</source>
        <translation>Change the figures that differ, leave the rest.</translation>
    </message>
    <message>
        <source>填现场看到的数。</source>
        <translation>Fill in what you see there.</translation>
    </message>
</context>
<context>
    <name>StepPage</name>
    <message>
        <source>登记进展</source>
        <translation>Record a step</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>理事会定的事，照会议记录填记录号。</source>
        <translation>For what the council decided give the minutes number.</translation>
    </message>
    <message>
        <source>现场核查填看到的数，旁边就说未超、接近还是超标。</source>
        <translation>A check takes the figures you see; within, near or over stands beside them.</translation>
    </message>
    <message>
        <source>F8 或 Ctrl+Enter 保存；记下的进展不能改，只能再登一次。</source>
        <translation>F8 or Ctrl+Enter saves; a step cannot be changed, only another one recorded.</translation>
    </message>
    <message>
        <source>{step} {number} {head}户</source>
        <translation>{step} {number} {head}</translation>
    </message>
    <message>
        <source>{number} {head}户：已登记，现在是{state}。</source>
        <translation>{number} {head}: recorded, now {state}.</translation>
    </message>
</context>
<context>
    <name>StepsGroup</name>
    <message>
        <source>审核步骤</source>
        <translation>Review steps</translation>
    </message>
    <message>
        <source>记下的分走完这些步骤才生效；没生效的不能兑换，也不进排名。</source>
        <translation>Points take effect when these steps are done; before that they cannot be redeemed or ranked.</translation>
    </message>
    <message>
        <source>村里自己定</source>
        <translation>The village&apos;s own</translation>
    </message>
    <message>
        <source>常用办法</source>
        <translation>Usual ways</translation>
    </message>
    <message>
        <source>初审</source>
        <translation>First check</translation>
    </message>
    <message>
        <source>审核</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>网格员或组长先看一遍。</source>
        <translation>The grid worker or group leader looks first.</translation>
    </message>
    <message>
        <source>积分管理小组评定。</source>
        <translation>The points committee decides.</translation>
    </message>
    <message>
        <source>公示</source>
        <translation>Notices</translation>
    </message>
    <message>
        <source>天</source>
        <translation>days</translation>
    </message>
    <message>
        <source>0 是不公示。没有审核也可以公示：记下就开始，满了才生效。</source>
        <translation>0 for no notice. Notice without review is possible: it begins with the entry, and points count when it is over.</translation>
    </message>
</context>
<context>
    <name>StepsLine</name>
    <message>
        <source>选文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>对列</source>
        <translation>Columns</translation>
    </message>
    <message>
        <source>修正</source>
        <translation>Fix</translation>
    </message>
    <message>
        <source>看样</source>
        <translation>Samples</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>StepsList</name>
    <message>
        <source>内容与期间</source>
        <translation>Contents and period</translation>
    </message>
    <message>
        <source>墙上看什么</source>
        <translation>What the wall shows</translation>
    </message>
    <message>
        <source>文字与期限</source>
        <translation>Words and days</translation>
    </message>
    <message>
        <source>校样</source>
        <translation>Proof</translation>
    </message>
    <message>
        <source>发布与张贴</source>
        <translation>Issue and hang</translation>
    </message>
</context>
<context>
    <name>Stock</name>
    <message>
        <source>期初入库单</source>
        <translation>Opening stock-in sheet</translation>
    </message>
    <message>
        <source>入库单</source>
        <translation>Stock-in sheet</translation>
    </message>
    <message>
        <source>调拨单</source>
        <translation>Transfer sheet</translation>
    </message>
    <message>
        <source>报损单</source>
        <translation>Write-off sheet</translation>
    </message>
    <message>
        <source>✕ 过期 {days} 天</source>
        <translation>✕ Expired {days} days</translation>
    </message>
    <message>
        <source>⚠ 还有 {days} 天</source>
        <translation>⚠ {days} days left</translation>
    </message>
    <message>
        <source>已收回</source>
        <translation>Taken back</translation>
    </message>
    <message>
        <source>退货单</source>
        <translation>Return sheet</translation>
    </message>
</context>
<context>
    <name>StockCardPage</name>
    <message>
        <source>单据</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>收回</source>
        <translation>Take back</translation>
    </message>
    <message>
        <source>存为 Excel</source>
        <translation>Save as Excel</translation>
    </message>
    <message>
        <source>打印预览</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>F12 打印，两边签字；一式两份的会打出两页。</source>
        <translation>F12 prints it for both sides to sign; what comes in two copies is printed on two pages.</translation>
    </message>
    <message>
        <source>已经兑出去的收不回，先看那样物品的进出明细。</source>
        <translation>What was redeemed already cannot be taken back; look at the movements of those goods first.</translation>
    </message>
    <message>
        <source>{day} 已收回：{reason}</source>
        <translation>{day} taken back: {reason}</translation>
    </message>
    <message>
        <source>{number} 已收回，{pieces} 件改回来了。</source>
        <translation>{number} is taken back, {pieces} pieces were set back.</translation>
    </message>
    <message>
        <source>已存为 {name}。</source>
        <translation>Saved as {name}.</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Explanation</translation>
    </message>
    <message>
        <source>退给</source>
        <translation>Returned to</translation>
    </message>
    <message>
        <source>来自</source>
        <translation>From</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>调出</source>
        <translation>From outlet</translation>
    </message>
    <message>
        <source>兑换点</source>
        <translation>Outlet</translation>
    </message>
    <message>
        <source>调入</source>
        <translation>To outlet</translation>
    </message>
    <message>
        <source>交货人</source>
        <translation>Handed over by</translation>
    </message>
    <message>
        <source>收货人</source>
        <translation>Received by</translation>
    </message>
    <message>
        <source>票据号</source>
        <translation>Receipt no.</translation>
    </message>
    <message>
        <source>经办人</source>
        <translation>Handler</translation>
    </message>
    <message>
        <source>共 {lines} 行 {pieces} 件&#x3000;折合 {points} 分</source>
        <translation>{lines} lines, {pieces} pieces&#x3000;worth {points} points</translation>
    </message>
    <message>
        <source>&#x3000;进价合计 {money} 元</source>
        <translation>&#x3000;cost {money} yuan in all</translation>
    </message>
    <message>
        <source>收回 {number}</source>
        <translation>Take back {number}</translation>
    </message>
    <message>
        <source>整张单子 {pieces} 件一起改回来，单号和原因留着。</source>
        <translation>All {pieces} pieces of the paper are set back; number and reason stay.</translation>
    </message>
    <message>
        <source>Excel 表格</source>
        <translation>Excel workbook</translation>
    </message>
    <message>
        <source>正在存为 Excel…</source>
        <translation>Saving as Excel…</translation>
    </message>
    <message>
        <source>打错了按“收回”，写上原因，库存一起改回来，再另开一张。</source>
        <translation>If it is wrong, press “Take back” and give the reason; the stock goes back with it. Then make a new one.</translation>
    </message>
</context>
<context>
    <name>StockFace</name>
    <message>
        <source>这个兑换点还没有物品。先登记物品，再入库。</source>
        <translation>This outlet has no goods yet. Register goods first, then stock them in.</translation>
    </message>
    <message>
        <source>{outlet}：兑出 {pieces} 件（次），{points} 分；缺货 {gone} 种。</source>
        <translation>{outlet}: {pieces} pieces redeemed, {points} points; {gone} kinds out of stock.</translation>
    </message>
    <message>
        <source>这是结算那时的库存。</source>
        <translation> This is the stock as it was when settled.</translation>
    </message>
</context>
<context>
    <name>StockMovesPage</name>
    <message>
        <source>进出明细</source>
        <translation>Movements</translation>
    </message>
    <message>
        <source>这段时间没有进出。</source>
        <translation>No movements in these days.</translation>
    </message>
    <message>
        <source>“结存”是这一笔之后还有多少件；收回的记在收回那天。</source>
        <translation>Each line shows how many are left after it; what was taken back stands on the day it was taken back.</translation>
    </message>
    <message>
        <source>选中一笔按 Enter，打开它的单子、兑换单或盘点。</source>
        <translation>Choose a line and press Enter to open its paper, slip or stocktake.</translation>
    </message>
    <message>
        <source>{goods} 进出明细</source>
        <translation>{goods} movements</translation>
    </message>
    <message>
        <source>期初 {opening}&#x3000;进 {came}&#x3000;出 {went}&#x3000;期末 {closing} {unit}</source>
        <translation>Opening {opening}&#x3000;In {came}&#x3000;Out {went}&#x3000;Closing {closing} {unit}</translation>
    </message>
</context>
<context>
    <name>StockPage</name>
    <message>
        <source>库存</source>
        <translation>Stock</translation>
    </message>
    <message>
        <source>还没有单据。买来、捐来的先填入库单。</source>
        <translation>No papers yet. Enter what was bought or donated on a stock-in sheet first.</translation>
    </message>
    <message>
        <source>入库</source>
        <translation>Stock in</translation>
    </message>
    <message>
        <source>单号、来自、物品、票据号</source>
        <translation>Paper no., from, goods, receipt no.</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>进的</source>
        <translation>In</translation>
    </message>
    <message>
        <source>出的</source>
        <translation>Out</translation>
    </message>
    <message>
        <source>没有这样的批次。</source>
        <translation>No such batches.</translation>
    </message>
    <message>
        <source>物品、编号、来自</source>
        <translation>Goods, code, from</translation>
    </message>
    <message>
        <source>有货的</source>
        <translation>In stock</translation>
    </message>
    <message>
        <source>快过期</source>
        <translation>Expiring</translation>
    </message>
    <message>
        <source>已过期</source>
        <translation>Expired</translation>
    </message>
    <message>
        <source>这段时间没有库存，也没有进出。</source>
        <translation>No stock and no movements in these days.</translation>
    </message>
    <message>
        <source>兑换点</source>
        <translation>Outlet</translation>
    </message>
    <message>
        <source>买来、捐来、上级调来的填入库单，两人签字；打错了在单子里“收回”。</source>
        <translation>What is bought, donated or comes from above goes onto a stock-in sheet that two sign; after a mistake press “Take back” in the paper.</translation>
    </message>
    <message>
        <source>批次里先到期的排在前面；已过期的按“过期报损”一次填好。</source>
        <translation>Among batches the first to expire comes first; “Write off expired” fills in all that have expired.</translation>
    </message>
    <message>
        <source>台账的期初加后面各列就是期末；按 Enter 看一样物品的每一笔。</source>
        <translation>In the stock ledger opening and the columns after it make the closing stock; Enter shows every movement of the goods.</translation>
    </message>
    <message>
        <source>已存为 {name}。</source>
        <translation>Saved as {name}.</translation>
    </message>
    <message>
        <source>单据</source>
        <translation>Papers</translation>
    </message>
    <message>
        <source>批次</source>
        <translation>Batches</translation>
    </message>
    <message>
        <source>台账</source>
        <translation>Stock ledger</translation>
    </message>
    <message>
        <source>调拨</source>
        <translation>Transfer</translation>
    </message>
    <message>
        <source>报损</source>
        <translation>Write off</translation>
    </message>
    <message>
        <source>盘点</source>
        <translation>Stocktake</translation>
    </message>
    <message>
        <source>过期报损</source>
        <translation>Write off expired</translation>
    </message>
    <message>
        <source>存为 Excel</source>
        <translation>Save as Excel</translation>
    </message>
    <message>
        <source>打印预览</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>全部兑换点</source>
        <translation>All outlets</translation>
    </message>
    <message>
        <source>共 {count} 张&#x3000;已收回 {back} 张</source>
        <translation>{count} papers&#x3000;{back} taken back</translation>
    </message>
    <message>
        <source>共 {count} 批 {pieces} 件&#x3000;快过期 {soon} 批&#x3000;已过期 {gone} 批</source>
        <translation>{count} batches, {pieces} pieces&#x3000;{soon} expiring&#x3000;{gone} expired</translation>
    </message>
    <message>
        <source>期初</source>
        <translation>Opening</translation>
    </message>
    <message>
        <source>建账</source>
        <translation>Taken over</translation>
    </message>
    <message>
        <source>购买</source>
        <translation>Bought</translation>
    </message>
    <message>
        <source>捐赠</source>
        <translation>Donated</translation>
    </message>
    <message>
        <source>调入</source>
        <translation>Transferred in</translation>
    </message>
    <message>
        <source>兑换</source>
        <translation>Redeemed</translation>
    </message>
    <message>
        <source>退货</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>过期</source>
        <translation>Expired</translation>
    </message>
    <message>
        <source>期末 {pieces} 件，合 {points} 分</source>
        <translation>Closing {pieces} pieces, worth {points} points</translation>
    </message>
    <message>
        <source>没有过期的，不用报损。</source>
        <translation>Nothing has expired, there is nothing to write off.</translation>
    </message>
    <message>
        <source>Excel 表格</source>
        <translation>Excel workbook</translation>
    </message>
    <message>
        <source>{span}库存台账</source>
        <translation>Stock ledger {span}</translation>
    </message>
    <message>
        <source>正在存为 Excel…</source>
        <translation>Saving as Excel…</translation>
    </message>
    <message>
        <source>兑换退回</source>
        <translation>Slips taken back</translation>
    </message>
    <message>
        <source>损坏</source>
        <translation>Damaged</translation>
    </message>
</context>
<context>
    <name>StockPaperPage</name>
    <message>
        <source>入库单</source>
        <translation>Stock-in sheet</translation>
    </message>
    <message>
        <source>左边写从哪里来、谁交谁收；右边一样一样加，扫条码也行。</source>
        <translation>Left is where it comes from and who hands over and receives; right the goods are added one by one, by barcode, too.</translation>
    </message>
    <message>
        <source>保质期写到期日或月份；只有生产日期的，再写保质多少个月。</source>
        <translation>For the shelf life give the last day or month; if there is only a day of production, add how many months it keeps.</translation>
    </message>
    <message>
        <source>F8 保存，随后 F12 打印签字；写错的行按 F2 改。</source>
        <translation>F8 saves, then F12 prints it to be signed; F2 changes a wrong line.</translation>
    </message>
    <message>
        <source>{paper} {number} 已保存：{pieces} 件。</source>
        <translation>{paper} {number} saved: {pieces} pieces.</translation>
    </message>
    <message>
        <source>刚保存就撤销</source>
        <translation>Undone right after saving</translation>
    </message>
    <message>
        <source>{number} 已收回。</source>
        <translation>{number} is taken back.</translation>
    </message>
    <message>
        <source>新物品</source>
        <translation>New goods</translation>
    </message>
    <message>
        <source>全部已过期的</source>
        <translation>All expired</translation>
    </message>
    <message>
        <source>改这一行</source>
        <translation>Change line</translation>
    </message>
    <message>
        <source>去掉</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>填上了 {count} 批。</source>
        <translation>{count} batches filled in.</translation>
    </message>
    <message>
        <source>这里没有过期的。</source>
        <translation>Nothing here has expired.</translation>
    </message>
    <message>
        <source>{kinds} 种 {pieces} 件&#x3000;折合 {points} 分</source>
        <translation>{kinds} kinds, {pieces} pieces&#x3000;worth {points} points</translation>
    </message>
    <message>
        <source>&#x3000;进价合计 {money} 元</source>
        <translation>&#x3000;cost {money} yuan in all</translation>
    </message>
</context>
<context>
    <name>StockPrintPage</name>
    <message>
        <source>打印预览</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>两边都签了字再收好；以后按单号就能找到。</source>
        <translation>Keep it once both sides have signed; later it is found by its number.</translation>
    </message>
    <message>
        <source>正在排版…</source>
        <translation>Laying out…</translation>
    </message>
    <message>
        <source>入库单、调拨单、退货单一式两份：存根联自己留，交接联给对方。</source>
        <translation>Stock-in, transfer and return sheets come in two copies: keep 存根联, hand over 交接联.</translation>
    </message>
</context>
<context>
    <name>Stocktake</name>
    <message>
        <source>▲ 盘点中</source>
        <translation>▲ Counting</translation>
    </message>
    <message>
        <source>✓ 已确认</source>
        <translation>✓ Confirmed</translation>
    </message>
    <message>
        <source>✕ 已作废</source>
        <translation>✕ Void</translation>
    </message>
    <message>
        <source>↶ 已收回</source>
        <translation>↶ Taken back</translation>
    </message>
    <message>
        <source>丢失</source>
        <translation>Lost</translation>
    </message>
    <message>
        <source>破损</source>
        <translation>Broken</translation>
    </message>
    <message>
        <source>多发</source>
        <translation>Gave more</translation>
    </message>
    <message>
        <source>少发</source>
        <translation>Gave less</translation>
    </message>
    <message>
        <source>赠品</source>
        <translation>Gift</translation>
    </message>
    <message>
        <source>记错</source>
        <translation>Wrong entry</translation>
    </message>
    <message>
        <source>没有分值</source>
        <translation>No price</translation>
    </message>
    <message>
        <source>⚠ 账改过，请重数</source>
        <translation>⚠ Stock changed, recount</translation>
    </message>
    <message>
        <source>⚠ 请选原因</source>
        <translation>⚠ Choose reason</translation>
    </message>
    <message>
        <source>⚠ 请重数</source>
        <translation>⚠ Recount</translation>
    </message>
    <message>
        <source>✓ 数过</source>
        <translation>✓ Counted</translation>
    </message>
</context>
<context>
    <name>StocktakePage</name>
    <message>
        <source>盘点</source>
        <translation>Stocktake</translation>
    </message>
    <message>
        <source>扫条码，或写编号、名称首字母，按 Enter 跳到那一行</source>
        <translation>Scan a barcode, or type code or name initials; Enter jumps to the line</translation>
    </message>
    <message>
        <source>还没有盘过一种。</source>
        <translation>Nothing is counted yet.</translation>
    </message>
    <message>
        <source>盲盘：数到几件写几件，按 Enter 到下一种，随写随存。两处放的写 12+5，整箱写 3*24。</source>
        <translation>Blind count: write as many as you count, Enter goes to the next; it is saved as you write. Two places: 12+5, full boxes: 3*24.</translation>
    </message>
    <message>
        <source>对账：每处差异选一个原因；拿不准就重数。</source>
        <translation>Compare: choose a reason for each difference; when in doubt count again.</translation>
    </message>
    <message>
        <source>确认：监盘人核对后确认，库存才改。确认错了可以收回。</source>
        <translation>Confirm: the stock changes only when the witness has checked and it is confirmed. A mistake can be taken back.</translation>
    </message>
    <message>
        <source>盘点 {number}</source>
        <translation>Stocktake {number}</translation>
    </message>
    <message>
        <source>2 对账</source>
        <translation>2 Compare</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>已存为 {name}。</source>
        <translation>Saved as {name}.</translation>
    </message>
    <message>
        <source>1 盲盘</source>
        <translation>1 Blind count</translation>
    </message>
    <message>
        <source>3 确认</source>
        <translation>3 Confirm</translation>
    </message>
    <message>
        <source>记录</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>{day} 开始</source>
        <translation>Started {day}</translation>
    </message>
    <message>
        <source>盘点人 {names}</source>
        <translation>Counted by {names}</translation>
    </message>
    <message>
        <source>监盘人 {names}</source>
        <translation>Witness {names}</translation>
    </message>
    <message>
        <source>签字盘点表 {number}</source>
        <translation>Signed stocktake sheet {number}</translation>
    </message>
    <message>
        <source>{day} {who}确认</source>
        <translation>{day} confirmed by {who}</translation>
    </message>
    <message>
        <source>{day} {who}作废</source>
        <translation>{day} voided by {who}</translation>
    </message>
    <message>
        <source>{day} {who}收回</source>
        <translation>{day} taken back by {who}</translation>
    </message>
    <message>
        <source>原因：{words}</source>
        <translation>Reason: {words}</translation>
    </message>
    <message>
        <source>存为 Excel</source>
        <translation>Save as Excel</translation>
    </message>
    <message>
        <source>打印空白表</source>
        <translation>Print blank sheet</translation>
    </message>
    <message>
        <source>打印盘点表</source>
        <translation>Print stocktake sheet</translation>
    </message>
    <message>
        <source>收回</source>
        <translation>Take back</translation>
    </message>
    <message>
        <source>作废</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>对账</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>去确认</source>
        <translation>Go to confirm</translation>
    </message>
    <message>
        <source>确认盘点</source>
        <translation>Confirm stocktake</translation>
    </message>
    <message>
        <source>数了 {done} / {all} 种</source>
        <translation>Counted {done} / {all} kinds</translation>
    </message>
    <message>
        <source>每一种都数过了，按 F8 对账。</source>
        <translation>Every kind is counted, F8 compares.</translation>
    </message>
    <message>
        <source>这里没有“{text}”，请核对编号或条码。</source>
        <translation>There is no “{text}” here. Check the code or barcode.</translation>
    </message>
    <message>
        <source>还没有盘过一种，先盲盘。</source>
        <translation>Nothing is counted yet; do the blind count first.</translation>
    </message>
    <message>
        <source>还有 {count} 种差异没有原因或要重数，先办好再确认。</source>
        <translation>{count} kinds differ without a reason or have to be recounted. See to them, then confirm.</translation>
    </message>
    <message>
        <source>盘点已确认，库存已按实盘改。</source>
        <translation>The stocktake is confirmed, the stock is set to what was counted.</translation>
    </message>
    <message>
        <source>作废这次盘点</source>
        <translation>Void this stocktake</translation>
    </message>
    <message>
        <source>数过的都不算，库存不改。为什么作废？</source>
        <translation>Nothing counted holds, the stock does not change. Why is it void?</translation>
    </message>
    <message>
        <source>收回这次盘点</source>
        <translation>Take this stocktake back</translation>
    </message>
    <message>
        <source>库存改回盘点以前的数。为什么收回？</source>
        <translation>The stock is set back to what it was before the stocktake. Why is it taken back?</translation>
    </message>
    <message>
        <source>正在存为 Excel…</source>
        <translation>Saving as Excel…</translation>
    </message>
    <message>
        <source>Excel 表格</source>
        <translation>Excel workbook</translation>
    </message>
</context>
<context>
    <name>StocktakePaperPage</name>
    <message>
        <source>盘点表</source>
        <translation>Stocktake sheet</translation>
    </message>
    <message>
        <source>盲盘用的表上没有账面数：照库位数，把件数写在“实盘”一栏。</source>
        <translation>The sheet for the blind count has no book figures: count shelf by shelf and write the pieces under “实盘” (counted).</translation>
    </message>
    <message>
        <source>结果表写着账面、实盘、差异和原因，盘点人和监盘人签字后留存。</source>
        <translation>The sheet with the result shows book, count, difference and reason; keep it once those who counted and the witness have signed.</translation>
    </message>
    <message>
        <source>正在排版…</source>
        <translation>Laying out…</translation>
    </message>
</context>
<context>
    <name>StocktakesPage</name>
    <message>
        <source>盘点</source>
        <translation>Stocktake</translation>
    </message>
    <message>
        <source>还没有盘点过。一般每月盘一次，集中兑换以后也要盘。</source>
        <translation>No stocktake yet. Usually there is one a month, and one after everybody redeemed together.</translation>
    </message>
    <message>
        <source>开始盘点</source>
        <translation>Start stocktake</translation>
    </message>
    <message>
        <source>按 Ins 开始盘点：先数实物，数的时候看不到账面数。</source>
        <translation>Ins starts a stocktake: first count the goods, without seeing the book figures.</translation>
    </message>
    <message>
        <source>再对账，差异写明原因；最后换一个人确认，库存才改。</source>
        <translation>Then compare and give a reason for each difference; last somebody else confirms, and only then the stock changes.</translation>
    </message>
    <message>
        <source>盘点的时候照样可以兑换，不影响结果。确认错了可以收回。</source>
        <translation>Redeeming goes on during a stocktake and does not touch the result. A mistaken confirmation can be taken back.</translation>
    </message>
    <message>
        <source>共 {count} 次盘点</source>
        <translation>{count} stocktakes</translation>
    </message>
    <message>
        <source>上一次确认是 {day}</source>
        <translation>last confirmed {day}</translation>
    </message>
    <message>
        <source>{outlet}的盘点 {number} 还没完，已数 {count} 种。</source>
        <translation>Stocktake {number} of {outlet} is not finished, {count} kinds are counted.</translation>
    </message>
    <message>
        <source>接着盘</source>
        <translation>Go on counting</translation>
    </message>
</context>
<context>
    <name>Story</name>
    <message>
        <source>姓名</source>
        <translation>name</translation>
    </message>
    <message>
        <source>性别</source>
        <translation>sex</translation>
    </message>
    <message>
        <source>出生</source>
        <translation>born</translation>
    </message>
    <message>
        <source>身份证号</source>
        <translation>ID number</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>phone</translation>
    </message>
    <message>
        <source>关系</source>
        <translation>relation</translation>
    </message>
    <message>
        <source>民族</source>
        <translation>ethnic group</translation>
    </message>
    <message>
        <source>文化程度</source>
        <translation>schooling</translation>
    </message>
    <message>
        <source>门牌</source>
        <translation>house no.</translation>
    </message>
    <message>
        <source>住址</source>
        <translation>address</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>remark</translation>
    </message>
    <message>
        <source>入党</source>
        <translation>joined the party</translation>
    </message>
    <message>
        <source>转正</source>
        <translation>became a full member</translation>
    </message>
    <message>
        <source>组织关系转入</source>
        <translation>membership moved in</translation>
    </message>
    <message>
        <source>组织关系转出</source>
        <translation>membership moved out</translation>
    </message>
    <message>
        <source>流动或报到变更</source>
        <translation>standing changed</translation>
    </message>
    <message>
        <source>不再是党员</source>
        <translation>no longer a member</translation>
    </message>
    <message>
        <source>计分</source>
        <translation>earns points</translation>
    </message>
    <message>
        <source>不计分</source>
        <translation>earns no points</translation>
    </message>
    <message>
        <source>存折 {number} 可用 {before} → {after}</source>
        <translation>passbook {number} spendable {before} → {after}</translation>
    </message>
    <message>
        <source>空</source>
        <translation>empty</translation>
    </message>
    <message>
        <source>{sentence}（{more}）</source>
        <translation>{sentence} ({more})</translation>
    </message>
</context>
<context>
    <name>StoryPanel</name>
    <message>
        <source>看哪一天的成员</source>
        <translation>Members on a day</translation>
    </message>
    <message>
        <source>{day} 这一户没有人。</source>
        <translation>Nobody was in this household on {day}.</translation>
    </message>
    <message>
        <source>{grid}&#x3000;{count} 人：{names}</source>
        <translation>{grid}&#x3000;Members: {count}. {names}</translation>
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
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
</context>
<context>
    <name>Today</name>
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
        <source>去审核</source>
        <translation>Go to review</translation>
    </message>
    <message>
        <source>去入账</source>
        <translation>Go and enter</translation>
    </message>
    <message>
        <source>看统计</source>
        <translation>See counts</translation>
    </message>
    <message>
        <source>去登折</source>
        <translation>Update</translation>
    </message>
    <message>
        <source>去登记</source>
        <translation>Record it</translation>
    </message>
    <message>
        <source>看申报</source>
        <translation>See claims</translation>
    </message>
    <message>
        <source>看评比</source>
        <translation>See ranking</translation>
    </message>
    <message>
        <source>看得分</source>
        <translation>See scores</translation>
    </message>
    <message>
        <source>打校样</source>
        <translation>Make proof</translation>
    </message>
    <message>
        <source>去出榜</source>
        <translation>Issue it</translation>
    </message>
    <message>
        <source>去核对</source>
        <translation>Check it</translation>
    </message>
    <message>
        <source>去补出</source>
        <translation>Issue them</translation>
    </message>
    <message>
        <source>登记张贴</source>
        <translation>Record it</translation>
    </message>
    <message>
        <source>看公示</source>
        <translation>See notice</translation>
    </message>
    <message>
        <source>去归档</source>
        <translation>Archive it</translation>
    </message>
    <message>
        <source>去处理</source>
        <translation>Answer it</translation>
    </message>
    <message>
        <source>看异议</source>
        <translation>See objections</translation>
    </message>
    <message>
        <source>列清单</source>
        <translation>Make the list</translation>
    </message>
    <message>
        <source>开兑换日</source>
        <translation>Open exchange day</translation>
    </message>
    <message>
        <source>开柜台</source>
        <translation>Open counter</translation>
    </message>
    <message>
        <source>去排队</source>
        <translation>Go to queue</translation>
    </message>
    <message>
        <source>去结算</source>
        <translation>Go and settle</translation>
    </message>
    <message>
        <source>看采购</source>
        <translation>See purchases</translation>
    </message>
    <message>
        <source>去报损</source>
        <translation>Write off</translation>
    </message>
    <message>
        <source>看物品</source>
        <translation>See goods</translation>
    </message>
    <message>
        <source>去盘点</source>
        <translation>Do stocktake</translation>
    </message>
</context>
<context>
    <name>TotalLimitsDialog</name>
    <message>
        <source>总限额</source>
        <translation>Limits over all</translation>
    </message>
    <message>
        <source>所有事项加在一起算，每本存折各算各的。</source>
        <translation>All items together, for each passbook by itself.</translation>
    </message>
    <message>
        <source>放进草稿</source>
        <translation>Put into the draft</translation>
    </message>
    <message>
        <source>全部事项的限额</source>
        <translation>Limits over all items</translation>
    </message>
</context>
<context>
    <name>TwiceGroup</name>
    <message>
        <source>同一件事记两次</source>
        <translation>The same deed twice</translation>
    </message>
    <message>
        <source>一家两人做同一件事，记一次还是两次，由村里定。</source>
        <translation>Whether a deed of two people of one household counts once or twice is the village&apos;s choice.</translation>
    </message>
    <message>
        <source>同户同一天</source>
        <translation>Same household, same day</translation>
    </message>
    <message>
        <source>同一户、同一天、同一项又记一次时。</source>
        <translation>When the same item is entered again for a household and day.</translation>
    </message>
    <message>
        <source>党员和本户</source>
        <translation>Party member and household</translation>
    </message>
    <message>
        <source>党员红折记了，本户绿折又记同一件时。</source>
        <translation>When the red passbook has it and the green one of the household gets the same.</translation>
    </message>
    <message>
        <source>不记第二次</source>
        <translation>Not a second time</translation>
    </message>
    <message>
        <source>问一声再记</source>
        <translation>Ask first</translation>
    </message>
    <message>
        <source>照记</source>
        <translation>Enter it</translation>
    </message>
</context>
<context>
    <name>TypeEditor</name>
    <message>
        <source>转 90°</source>
        <translation>Turn 90°</translation>
    </message>
    <message>
        <source>裁边</source>
        <translation>Crop</translation>
    </message>
    <message>
        <source>拿掉照片</source>
        <translation>Remove photo</translation>
    </message>
    <message>
        <source>有一处还没填对，左边画的是改之前的样子。</source>
        <translation>Something is not right yet; the drawing shows how it was before.</translation>
    </message>
    <message>
        <source>照片或扫描件</source>
        <translation>Photo or scan</translation>
    </message>
    <message>
        <source>选一页存折的照片</source>
        <translation>Choose a photo of a passbook page</translation>
    </message>
    <message>
        <source>正在读照片…</source>
        <translation>Reading the photo…</translation>
    </message>
    <message>
        <source>垫照片…</source>
        <translation>Photo…</translation>
    </message>
    <message>
        <source>样字</source>
        <translation>Sample</translation>
    </message>
    <message>
        <source>看整页</source>
        <translation>Whole page</translation>
    </message>
    <message>
        <source>要挪的地方</source>
        <translation>Part to move</translation>
    </message>
    <message>
        <source>挪</source>
        <translation>Move</translation>
    </message>
    <message>
        <source>拖着挪，或用方向键：一下 0.5 毫米，加 Shift 改宽，PgDn 换一处。</source>
        <translation>Drag it, or use the arrows: 0.5 mm a step, Shift changes the width, PgDn goes to the next part.</translation>
    </message>
    <message>
        <source>照片只在改的时候垫着看，不存进村里的文件。边上多出来的，按“裁边”裁掉。</source>
        <translation>The photo only lies below while you change things and is not kept. “Crop” cuts off what is around the page.</translation>
    </message>
    <message>
        <source>点一下照片里折页的左上角，再点右下角。不裁了按 Esc。</source>
        <translation>Click the top left corner of the page in the photo, then the bottom right one. Esc leaves it as it is.</translation>
    </message>
</context>
<context>
    <name>UploadPage</name>
    <message>
        <source>导入上报表</source>
        <translation>Import claims sheet</translation>
    </message>
    <message>
        <source>正在读取表格…</source>
        <translation>Reading the sheet…</translation>
    </message>
    <message>
        <source>户主、事项、上报人</source>
        <translation>Head, item, claimed by</translation>
    </message>
    <message>
        <source>有问题的</source>
        <translation>With problems</translation>
    </message>
    <message>
        <source>可以报的</source>
        <translation>Ready</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>选网格员交来的上报表；每一行都和细则、户册、上限对过。</source>
        <translation>Choose the grid worker&apos;s sheet; every row is compared with rules, households and caps.</translation>
    </message>
    <message>
        <source>有问题的：选中一行，按下面的办法照报、按细则、选户；不办的就不导入。</source>
        <translation>With a problem: choose the row and claim it as it is, by the rules, or choose the household; what is left is not imported.</translation>
    </message>
    <message>
        <source>F8 导入可以报的，进审核排队；其余另存为 Excel 退给网格员。</source>
        <translation>F8 imports what is ready into the queue; save the rest as Excel for the grid worker.</translation>
    </message>
    <message>
        <source>这份表已作为第 {batch} 批导入过；再导只会报重复。</source>
        <translation>This sheet was imported before as batch {batch}; importing it again would only give doubles.</translation>
    </message>
    <message>
        <source>村里现在是“记了就生效”，没有审核这一步。网格员上报的要先审核，才能导入。</source>
        <translation>In this village deeds count at once, without review. Claims of grid workers have to be reviewed before they can be imported.</translation>
    </message>
    <message>
        <source>打开审核</source>
        <translation>Turn review on</translation>
    </message>
    <message>
        <source>{file}：{lines} 行，可以报 {ready} 行 {points} 分，有问题 {wrong} 行。</source>
        <translation>{file}: {lines} rows, {ready} ready with {points} points, {wrong} with problems.</translation>
    </message>
    <message>
        <source>没有可以报的行，什么也没写。</source>
        <translation>Nothing is ready; nothing was written.</translation>
    </message>
    <message>
        <source>{count} 件进了审核（第 {batch} 批），有问题的 {wrong} 行没有导入。</source>
        <translation>{count} went into review (batch {batch}), {wrong} rows with problems were left out.</translation>
    </message>
    <message>
        <source>去审核</source>
        <translation>Go to review</translation>
    </message>
    <message>
        <source>审核已打开：从现在起记的积分都先审核。</source>
        <translation>Review is on: from now on points are reviewed first.</translation>
    </message>
    <message>
        <source>选网格员交来的积分上报表，对的进审核，有问题的逐条列出。</source>
        <translation>Choose the grid worker&apos;s sheet of claims; what is right goes into review, what is wrong is listed.</translation>
    </message>
    <message>
        <source>照报</source>
        <translation>Claim as it is</translation>
    </message>
    <message>
        <source>不照报</source>
        <translation>Do not claim</translation>
    </message>
    <message>
        <source>按细则的分值</source>
        <translation>Points by the rules</translation>
    </message>
    <message>
        <source>上报表_有问题的.xlsx</source>
        <translation>Claims with problems.xlsx</translation>
    </message>
    <message>
        <source>打开后，从现在起记的每一笔积分都要先审核才生效。以后可以在“积分规矩”里改。</source>
        <translation>From now on every entry has to be reviewed before it counts. It can be changed in Points policy.</translation>
    </message>
    <message>
        <source>导入 {count} 件</source>
        <translation>Import {count} claims</translation>
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
    <message>
        <source>能不能兑换、多久给一次，在“积分规矩”里定</source>
        <translation>Whether they can be redeemed and how often they are given is decided in the points policy</translation>
    </message>
</context>
<context>
    <name>VisitorCard</name>
    <message>
        <source>挂失补发</source>
        <translation>Report lost, reissue</translation>
    </message>
    <message>
        <source>自家的折：别人签字单的编号</source>
        <translation>Own passbook: no. of another&apos;s signed sheet</translation>
    </message>
    <message>
        <source>可用</source>
        <translation>Spendable</translation>
    </message>
    <message>
        <source>分</source>
        <translation>points</translation>
    </message>
</context>
<context>
    <name>WhatStep</name>
    <message>
        <source>列谁的</source>
        <translation>Whose lines</translation>
    </message>
    <message>
        <source>出哪一种</source>
        <translation>Which kind</translation>
    </message>
    <message>
        <source>哪一版细则</source>
        <translation>Which version of the rules</translation>
    </message>
    <message>
        <source>更正哪一份</source>
        <translation>Correct which one</translation>
    </message>
    <message>
        <source>哪一期</source>
        <translation>Which period</translation>
    </message>
    <message>
        <source>期间 {span}</source>
        <translation>Days {span}</translation>
    </message>
    <message>
        <source>{about}（已发布）</source>
        <translation>{about} (issued)</translation>
    </message>
    <message>
        <source>{about}（未到期）</source>
        <translation>{about} (not over)</translation>
    </message>
</context>
<context>
    <name>WhenAndWhy</name>
    <message>
        <source>写明原因</source>
        <translation>Give the reason</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
</context>
<context>
    <name>WhoEdit</name>
    <message>
        <source>只写姓名“{name}”</source>
        <translation>Name only: “{name}”</translation>
    </message>
    <message>
        <source>没有找到，请换个写法</source>
        <translation>Not found, try other words</translation>
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
    <message>
        <source>这台电脑没有能打开它的程序，文件已经存好。</source>
        <translation>The file is saved, but this computer has no program to open it.</translation>
    </message>
    <message>
        <source>锁屏或换人（Ctrl+L）</source>
        <translation>Lock, or let somebody else in (Ctrl+L)</translation>
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
    <message>
        <source>记录员</source>
        <translation>Recorder</translation>
    </message>
    <message>
        <source>审核员</source>
        <translation>Reviewer</translation>
    </message>
    <message>
        <source>监督员</source>
        <translation>Supervisor</translation>
    </message>
    <message>
        <source>查看</source>
        <translation>Viewer</translation>
    </message>
</context>
<context>
    <name>WordsStep</name>
    <message>
        <source>改落款、电话、天数、地点</source>
        <translation>Change the village&apos;s facts</translation>
    </message>
    <message>
        <source>改受理人、签字、村里的话</source>
        <translation>Change objections and words</translation>
    </message>
    <message>
        <source>没有写</source>
        <translation>Not given</translation>
    </message>
    <message>
        <source>落款</source>
        <translation>Issuer</translation>
    </message>
    <message>
        <source>公示</source>
        <translation>Hangs</translation>
    </message>
    <message>
        <source>{days} 天</source>
        <translation>{days} days</translation>
    </message>
    <message>
        <source>贴在</source>
        <translation>Hung at</translation>
    </message>
    <message>
        <source>监督电话</source>
        <translation>Hotline</translation>
    </message>
    <message>
        <source>受理人</source>
        <translation>Objections to</translation>
    </message>
    <message>
        <source>受理地点</source>
        <translation>Taken at</translation>
    </message>
    <message>
        <source>答复</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>{days} 天内</source>
        <translation>within {days} days</translation>
    </message>
    <message>
        <source>签字</source>
        <translation>Signed by</translation>
    </message>
    <message>
        <source>村里的话</source>
        <translation>Own words</translation>
    </message>
</context>
<context>
    <name>WorkersGroup</name>
    <message>
        <source>谁来办</source>
        <translation>Who does it</translation>
    </message>
    <message>
        <source>村里几个人经手，决定要不要换人审核。</source>
        <translation>How many people work here decides whether somebody else has to review.</translation>
    </message>
    <message>
        <source>单人模式：村里只有一位文书</source>
        <translation>One clerk: the village has a single clerk</translation>
    </message>
    <message>
        <source>勾上：同一个人可以接着审核，但要写上签过字的审核单的编号。</source>
        <translation>Ticked: the same person may go on to review, with the number of the signed sheet.</translation>
    </message>
    <message>
        <source>自动锁屏</source>
        <translation>Lock after</translation>
    </message>
    <message>
        <source>分钟没有动作就锁上</source>
        <translation>minutes of rest</translation>
    </message>
    <message>
        <source>设了 PIN 的操作员才会锁屏。</source>
        <translation>Only operators with a password are locked.</translation>
    </message>
</context>
<context>
    <name>_AnswerPanel</name>
    <message>
        <source>还有 {count} 处。</source>
        <translation>And {count} more.</translation>
    </message>
    <message>
        <source>结果显示在这里。</source>
        <translation>The answer appears here.</translation>
    </message>
</context>
<context>
    <name>_Grid</name>
    <message>
        <source>月历</source>
        <translation>Month</translation>
    </message>
</context>
<context>
    <name>_HouseholdCard</name>
    <message>
        <source>{head}户&#x3000;{code}</source>
        <translation>{head}&#x3000;{code}</translation>
    </message>
    <message>
        <source>还有 {count} 人</source>
        <translation>{count} more</translation>
    </message>
    <message>
        <source>绿折一本</source>
        <translation>Green book: 1</translation>
    </message>
    <message>
        <source>红折 {count} 本</source>
        <translation>Red books: {count}</translation>
    </message>
</context>
<context>
    <name>_Line</name>
    <message>
        <source>全部加分</source>
        <translation>All credits</translation>
    </message>
    <message>
        <source>全部扣分</source>
        <translation>All deductions</translation>
    </message>
    <message>
        <source>限额</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>去掉</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>最多</source>
        <translation>At most</translation>
    </message>
    <message>
        <source>每本存折</source>
        <translation>Each passbook</translation>
    </message>
</context>
<context>
    <name>_PasswordLine</name>
    <message>
        <source>表格的密码</source>
        <translation>Password of the sheet</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
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

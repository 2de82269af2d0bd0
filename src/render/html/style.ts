/**
 * How a page looks: five sizes of type, one scale of spaces in steps of 4 pixels, and three colours that mean something: blue for
 * what is chosen or good, orange for what stands in the way, grey for the rest. Dark where the reader's system is.
 */
export const STYLE = `
:root{--ink:#1b1f24;--soft:#5a6472;--rule:#dfe3e8;--paper:#fff;--lane:#f2f4f7;--accent:#0b62a4;--wall:#b4440f;--tint:#eaf3fa;--onDark:#fff}
@media screen and (prefers-color-scheme:dark){:root{--ink:#e7eaee;--soft:#a4adb9;--rule:#3a424d;--paper:#14181d;--lane:#1f252d;--accent:#6cb6ee;--wall:#f2975f;--tint:#17293a;--onDark:#0d1116}}
*{box-sizing:border-box}
html{scroll-behavior:smooth;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 "Helvetica Neue",Helvetica,Arial,"Liberation Sans",sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
a{color:var(--accent)}
.skip{position:absolute;left:-999em}.skip:focus{left:8px;top:8px;background:var(--paper);padding:8px;z-index:2}
.bar{position:sticky;top:0;z-index:1;background:var(--paper);border-bottom:1px solid var(--rule);padding:8px max(24px,calc((100% - 1184px)/2));display:flex;gap:8px 16px;flex-wrap:wrap;align-items:center;font-size:14px}
.bar[hidden]{display:none}
.bar input[type=search]{font:inherit;color:inherit;background:var(--lane);border:1px solid var(--rule);border-radius:4px;padding:4px 8px;min-width:12em;flex:0 1 20em}
.bar button,th button{font:inherit;color:inherit;background:none;border:1px solid var(--rule);border-radius:4px;padding:4px 8px;cursor:pointer}
th button{border:0;padding:0;text-align:inherit;font-weight:inherit}
fieldset{border:0;margin:0;padding:0;display:flex;gap:4px 12px;flex-wrap:wrap}
legend{float:left;margin-right:8px;color:var(--soft)}
.layout{max-width:1232px;margin:0 auto;padding:0 24px 64px}
header{padding:40px 0 8px}
h1{font-size:32px;line-height:1.2;margin:0}
.facts{color:var(--soft);margin:4px 0 0}
nav ol{margin:16px 0 0;padding:0;list-style:none;columns:3 16em;gap:16px;font-size:14px}
nav li{margin:0 0 4px;break-inside:avoid}
section{margin:40px 0 0;border-top:1px solid var(--rule);padding-top:24px}
section section{margin:24px 0 0;border:0;padding:0}
h2{font-size:24px;line-height:1.25;margin:0 0 12px;max-width:34em}
h3,summary{font-size:18px;line-height:1.3;margin:0 0 8px;font-weight:bold}
h4{font-size:16px;margin:16px 0 4px}
summary{cursor:pointer;font-size:16px}
details{margin:12px 0;border-left:3px solid var(--rule);padding-left:12px}
p,ul,ol,dl{max-width:46em;margin:0 0 12px}
ul,ol{padding-left:20px}ol{padding-left:28px}li{margin:0 0 4px}
ul.notes{margin:2px 0 6px;color:var(--soft)}
dl{display:grid;grid-template-columns:max-content 1fr;gap:4px 16px}dt{color:var(--soft)}dd{margin:0}
header p>.strong{font-size:20px;line-height:1.4}
dl.labelled{gap:12px 16px}dl.labelled dt{color:inherit;font-weight:bold}dl.labelled p{margin:0 0 4px}dl.labelled p.note{color:inherit}
.dim{color:var(--soft)}.good,.best{color:var(--accent)}.bad,.worst,.warning{color:var(--wall)}.best,.worst,.strong{font-weight:bold}
code{font:14px/1.4 ui-monospace,Menlo,Consolas,"Liberation Mono",monospace;background:var(--lane);padding:1px 4px;border-radius:3px}
pre{background:var(--lane);padding:12px;border-radius:4px;overflow:auto}pre code{background:none;padding:0}
.scroll{overflow-x:auto;margin:0 0 12px}
.scroll:focus-visible{outline:2px solid var(--accent)}
table{border-collapse:collapse;font-size:14px;min-width:min(100%,28em)}
caption{text-align:left;font-weight:bold;padding:0 0 4px}
th,td{padding:4px 10px 4px 6px;text-align:right;vertical-align:top;border-bottom:1px solid var(--rule);overflow-wrap:break-word}
td.left{min-width:5em}
th:first-child,td.left,th.left{text-align:left}th:first-child{padding-left:0}
tbody th{font-weight:normal}
thead th{border-bottom:2px solid var(--ink);vertical-align:bottom}
tr.group th{font-weight:bold;padding-top:12px}
td.best{background:var(--tint);box-shadow:inset -3px 0 0 var(--accent)}
figure{margin:0 0 24px}
figcaption{font-weight:bold;margin:0 0 8px;max-width:46em}
figure .source{font-weight:normal;color:var(--soft);font-size:13px;margin:4px 0 0}
svg.chart{height:auto;max-width:100%;display:block}
.findings{list-style:none;padding:0}.findings li{border-left:3px solid var(--rule);padding:0 0 0 12px;margin:0 0 12px}
.findings li.error,.findings li.warning{border-color:var(--wall);color:inherit}
.severity{font-weight:bold}
.place{color:var(--soft);font-size:13px}
[hidden]{display:none!important}
.live{position:fixed;right:16px;bottom:16px;max-width:min(46em,90vw);background:var(--paper);border:2px solid var(--wall);border-radius:4px;padding:8px 12px;white-space:pre-wrap;font-size:13px}.live:empty{display:none}
footer{color:var(--soft);font-size:13px;border-top:1px solid var(--rule);margin-top:40px;padding-top:12px}
@media screen and (min-width:72em){.layout:has(main>section:first-of-type>.scroll>table){display:grid;grid-template-columns:minmax(0,10fr) minmax(0,11fr);column-gap:40px}.layout:has(main>section:first-of-type>.scroll>table)>main{display:contents}main>section{grid-column:1/-1}.layout>main>section:first-of-type:has(>.scroll>table){grid-column:2;grid-row:1;border:0;margin:0;padding-top:40px}header{grid-column:1}}
@media (max-width:40em){.bar{position:static}.layout,.bar{padding-left:16px;padding-right:16px}h1{font-size:24px}h2{font-size:20px}section{margin-top:24px}svg.chart{max-width:none;width:auto;min-width:44em}dl{display:block}dt{margin-top:8px}}
@media screen and (prefers-color-scheme:dark){.chart .ink{fill:#e7eaee}.chart .soft{fill:#a4adb9}.chart .wall{fill:#f2975f}.chart .onDark{fill:#fff}.chart .box{fill:#1f252d}.chart .lane{fill:#1f252d}.chart .rule{stroke:#3a424d}.chart .accentFill{fill:#2f7fbd}.chart .accentLine{stroke:#6cb6ee}.chart .wallFill{fill:#c4622c}.chart .wallLine{stroke:#f2975f}}
@media print{.bar,nav,.skip{display:none}body{font-size:10.5pt}.layout{max-width:none;padding:0}section{break-before:page;margin:0;border:0;padding:0}section section,main>section:first-of-type{break-before:auto}main>section:first-of-type{margin-top:8mm}main>section:first-of-type>.scroll{break-inside:avoid}details:has(>figure){break-inside:avoid}summary{break-after:avoid;list-style:none}figure,tr,.findings li{break-inside:avoid}h2,h3{break-after:avoid}.scroll{overflow:visible}table{font-size:9pt}svg.chart{max-width:100%;min-width:0;max-height:200mm;width:auto}figure details{display:none}}
@page{margin:16mm;@bottom-right{content:counter(page);font:9pt Helvetica,Arial,sans-serif;color:#5a6472}}
`.trim();

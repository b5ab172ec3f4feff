import { nightColours } from './colours.ts';

/** The style of every page that people open in a browser: paper and ink, one green, large figures. */
export const PAGE_STYLE = `
:root{color-scheme:light dark;--paper:#faf8f2;--card:#fffefb;--ink:#1c2420;--quiet:#59635c;--line:#dcdad0;--green:#1d6b4f;--on-green:#fffefb;--wash:#e9f0e6;
--serif:"Iowan Old Style","Palatino Linotype",Palatino,"Book Antiqua",Georgia,serif;--sans:system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
*{box-sizing:border-box}
html{font:17px/1.55 var(--sans);background:var(--paper);color:var(--ink);-webkit-text-size-adjust:100%}
body{margin:0}
main,header.top,footer{max-width:68rem;margin:0 auto;padding:0 1.5rem}
h1,h2,h3{font-family:var(--serif);font-weight:600;line-height:1.12;letter-spacing:-.012em;text-wrap:balance;margin:0}
h1{font-size:clamp(2.2rem,6vw,3.9rem);max-width:17ch}
h2{font-size:clamp(1.45rem,3vw,1.9rem)}
h3{font-size:1.2rem}
p{margin:.6rem 0;max-width:62ch}
a{color:var(--green);text-underline-offset:.18em}
.phone{white-space:nowrap}
:focus-visible{outline:3px solid var(--green);outline-offset:3px;border-radius:2px}
.skip{position:absolute;left:-99rem}
.skip:focus{left:1rem;top:1rem;background:var(--card);padding:.5rem 1rem;z-index:2}
.kicker{font-size:.82rem;letter-spacing:.06em;color:var(--quiet);margin:0}
.quiet{color:var(--quiet)}
.small{font-size:.88rem}
header.top{padding-top:2.2rem}
header.top .bar{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.6rem 2rem;margin-bottom:clamp(2rem,6vw,4.5rem)}
header.top .lead{font-size:1.15rem;color:var(--quiet);margin:1.1rem 0 0}
nav.periods{display:flex;flex-wrap:wrap;align-items:baseline;gap:.4rem 1.5rem;margin:2.4rem 0 0}
nav.periods ul,nav.languages ul{display:flex;gap:.4rem;list-style:none;margin:0;padding:0}
nav.periods a{display:block;padding:.38rem 1rem;border:1px solid var(--line);border-radius:2rem;text-decoration:none;color:var(--ink)}
nav.periods a:hover{border-color:var(--green)}
nav.periods a[aria-current]{background:var(--green);border-color:var(--green);color:var(--on-green)}
nav.periods p{margin:0;color:var(--quiet);font-size:.92rem}
nav.languages a{padding:.25rem .3rem}
nav.languages a[aria-current]{color:var(--ink);text-decoration:none}
.main-figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(15rem,100%),1fr));gap:2.4rem 2.5rem;margin:clamp(2.5rem,6vw,4rem) 0;padding:2.2rem 0 0;border-top:2px solid var(--ink)}
.main-figures div{display:flex;flex-direction:column-reverse;justify-content:flex-end}
.main-figures dt{color:var(--ink);line-height:1.35;max-width:24ch}
.main-figures dd{margin:0}
.main-figures .big{font:600 clamp(2.7rem,6vw,3.9rem)/1.05 var(--serif);letter-spacing:-.03em;font-variant-numeric:lining-nums}
.main-figures .big.few{font-size:clamp(1.7rem,4vw,2.2rem);line-height:1.8;color:var(--quiet);letter-spacing:-.01em}
.main-figures .then{font-size:.88rem;color:var(--quiet)}
section{margin:clamp(3rem,7vw,5rem) 0}
section>h2+p{margin-top:.7rem}
.words section{margin:2.2rem 0}
.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(26rem,100%),1fr));gap:clamp(3rem,6vw,4.5rem) 4rem;margin:clamp(3rem,7vw,5rem) 0}
.pair section,.stack section{margin:0}.stack{display:grid;gap:clamp(3rem,6vw,4.5rem);align-content:start}.visit{margin-top:2.2rem}
.stories{margin-bottom:clamp(2rem,5vw,3rem)}
.told{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(19rem,100%),1fr));gap:1.6rem 2.5rem;align-items:start}
.told figure{border-left:3px solid var(--green);padding-left:1.1rem;break-inside:avoid}
.told blockquote{margin:0;font:1.08rem/1.5 var(--serif);overflow-wrap:anywhere}
.told blockquote p{margin:0 0 .45rem}
.told figcaption{color:var(--quiet);font-size:.9rem}
.definition{color:var(--quiet);font-size:.9rem;line-height:1.5}.margin{white-space:nowrap;font-variant-numeric:tabular-nums;border:1px solid var(--line);border-radius:1rem;padding:.05rem .5rem;font-size:.82rem}
figure{margin:1.3rem 0 0}
.bars{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(20rem,100%),1fr));gap:0 4rem}figure svg{display:block;width:100%;height:auto;max-width:28rem}
figure.wide svg{max-width:none}
figure.wide .narrow{display:none}
.legend{display:flex;gap:1.3rem;font-size:.85rem;color:var(--quiet);margin:.3rem 0 .8rem}
.legend span::before{content:"";display:inline-block;width:.75rem;height:.75rem;margin-right:.45rem;border-radius:2px;background:var(--green)}
.legend .then::before{background:#c3b899}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.92rem;font-variant-numeric:tabular-nums lining-nums;margin-top:.6rem}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
th,td{padding:.42rem .3rem;border-bottom:1px solid var(--line);text-align:right;font-weight:400;vertical-align:baseline}
th[scope=row],thead th:first-child{text-align:left}
thead th{font-size:.82rem;color:var(--quiet)}
td{white-space:nowrap}
td.now{font-weight:600}
td.few{font-weight:400;color:var(--quiet);font-size:.85rem}
details{margin-top:.7rem}
summary{cursor:pointer;color:var(--green);font-size:.92rem;padding:.2rem 0}
.note{background:var(--wash);border-radius:10px;padding:clamp(1.3rem,3vw,2.2rem)}
.note ul{margin:.8rem 0 0;padding-left:1.1rem}
.note li{margin:.45rem 0;max-width:60ch}
.running{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;align-items:baseline;border-left:3px solid var(--green);padding:.2rem 0 .2rem 1rem;margin:1.4rem 0 0}
.running strong{font-weight:600}
.running p{margin:0}
.places{columns:2 14rem;list-style:none;margin:1rem 0 0;padding:0}
.places li{padding:.2rem 0;break-inside:avoid}
button,.button{font:inherit;font-weight:600;background:var(--green);color:var(--on-green);border:0;border-radius:2rem;padding:.75rem 1.6rem;cursor:pointer;text-decoration:none;display:inline-block}
.files{display:flex;flex-wrap:wrap;gap:.5rem 1.4rem;align-items:baseline}
footer{border-top:1px solid var(--line);padding-top:1.6rem;padding-bottom:4rem;margin-top:4rem}
.steps{list-style:none;padding:0;margin:2rem 0}
.steps li{display:grid;grid-template-columns:1fr auto;gap:.2rem 1.5rem;border-top:1px solid var(--line);padding:1.1rem 0}
.steps li>p:last-child{grid-column:1/-1;margin:0}
.steps .state{margin:0;font-size:.88rem;font-weight:600;color:var(--quiet)}
.steps .done .state{color:var(--green)}
.door{max-width:34rem;margin:0 auto;padding:clamp(3rem,14vh,9rem) 1.5rem}
.door h1{font-size:clamp(2rem,6vw,2.8rem)}
.people{list-style:none;padding:0;margin:2rem 0;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(18rem,100%),1fr));gap:1.2rem}
.people li{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:1.2rem 1.3rem}
.people p{margin:.2rem 0}.people li ul{margin:.1rem 0 .5rem;padding-left:1.1rem}.people li li{background:none;border:0;border-radius:0;padding:0}.people h3+p{color:var(--quiet)}
.search{margin:2.4rem 0 0;max-width:34rem}.search label{display:block;font-weight:600;margin-bottom:.4rem}.search div{display:flex;gap:.6rem}.search input[type=search]{flex:1;min-width:0;font:inherit;color:inherit;background:var(--card);border:1px solid var(--quiet);border-radius:10px;padding:.6rem .9rem}
.found{margin-top:2.4rem}footer .links{list-style:none;display:flex;flex-wrap:wrap;gap:.5rem 1.6rem;margin:0;padding:0}
@media (max-width:40rem){html{font-size:16px}figure.wide .broad{display:none}figure.wide .narrow{display:block}.main-figures{grid-template-columns:1fr 1fr;gap:1.8rem 1rem}.main-figures .big{font-size:2.3rem}.main-figures .big.few{font-size:1.4rem}}
@media screen and (prefers-color-scheme:dark){:root{--paper:#151a17;--card:#1c231f;--ink:#ecebe3;--quiet:#a9b0a7;--line:#38403a;--green:#6cc29b;--on-green:#10201a;--wash:#1f2b25}.legend .then::before{background:#6b6650}${nightColours}}
@media print{:root{--paper:#fff;--card:#fff;--wash:#fff}html{font-size:10pt;-webkit-print-color-adjust:exact;print-color-adjust:exact}@page{margin:16mm 15mm}main,header.top,footer{max-width:none;padding:0}.no-print,nav,.skip,details{display:none!important}h1{font-size:26pt}header.top{padding:0}header.top .bar{margin-bottom:8mm}.main-figures{grid-template-columns:repeat(3,1fr);gap:6mm;margin:8mm 0}.main-figures .big{font-size:25pt}.pair{grid-template-columns:1fr 1fr;gap:7mm 9mm;margin:7mm 0;break-inside:avoid}.stack{gap:6mm}section{margin:7mm 0;break-inside:avoid}.told{grid-template-columns:repeat(3,1fr);gap:6mm}.told blockquote{font-size:10pt}h2{break-after:avoid}figure{margin-top:2mm}figure svg{max-width:76mm}figure.wide svg{max-width:none}.note{border:1px solid var(--line)}a{color:inherit;text-decoration:none}}
`;

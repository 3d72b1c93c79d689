/** The page's look: light and dark, in forced colours and on paper. Types differ in the kind of line as well as in colour. */
export const htmlStyle = `
:root{color-scheme:light dark;--text:#1b1f24;--page:#fff;--soft:#57606a;--rule:#d0d7de;--link:#0a58b5;--quote:#fdf3d8;--quote-sure:#fbe6ac;--mark:#7a4100;
--person:#0b63c4;--organization:#7a3fd1;--location:#157a3a;--event:#b5307f;--product:#8f5f00;--date:#0b7285;--hour:#52606d}
@media (prefers-color-scheme:dark){:root{--text:#e6e8eb;--page:#16191d;--soft:#a5adb6;--rule:#3a4048;--link:#7db8ff;--quote:#2f2916;--quote-sure:#453a17;--mark:#e3b341;
--person:#6cb6ff;--organization:#c9a2ff;--location:#63c98a;--event:#f58ac0;--product:#dba54a;--date:#4fc3d9;--hour:#9fb1c1}}
html{background:var(--page);color:var(--text);font:1.0625rem/1.75 Georgia,"Times New Roman",serif}
body{margin:0 auto;padding:2rem 1.25rem;max-width:42rem}
h1{font-size:1.9rem;line-height:1.25;margin:0 0 1rem}
h2{font-size:1.25rem;line-height:1.4;margin:2rem 0 .5rem}
h3{font-size:1rem;margin:1rem 0 .25rem;color:var(--soft)}
p{margin:0 0 1rem;overflow-wrap:break-word}
a{color:var(--link)}
a:focus-visible{outline:2px solid var(--link);outline-offset:2px}
.byline,footer,.legend,.quotations p,.places{color:var(--soft)}
.legend,footer,section{font-family:system-ui,sans-serif;font-size:.9375rem}
.legend{display:flex;flex-wrap:wrap;gap:.25rem 1rem;list-style:none;margin:0 0 1.5rem;padding:.5rem 0;border-block:1px solid var(--rule)}
.mention{text-decoration:underline solid 2px;text-underline-offset:.25em;text-decoration-skip-ink:none}
.mention .mention{text-underline-offset:.5em}
.person{text-decoration-color:var(--person)}
.organization{text-decoration-color:var(--organization);text-decoration-style:double}
.location{text-decoration-color:var(--location);text-decoration-style:dotted}
.event{text-decoration-color:var(--event);text-decoration-style:dashed}
.product{text-decoration-color:var(--product);text-decoration-style:wavy;text-decoration-thickness:1px}
.date{text-decoration-color:var(--date);text-decoration-style:dotted;text-decoration-thickness:1px}
.hour{text-decoration-color:var(--hour);text-decoration-style:dashed;text-decoration-thickness:1px}
.mention.confirmed{font-weight:600}
.quotation{background:var(--quote)}
.quotation.confirmed{background:var(--quote-sure)}
.quotation.indirect{background:none;text-decoration:underline dotted 1px var(--soft);text-underline-offset:.25em}
.mark{color:var(--mark)}
.cue{font-style:italic}
:target{outline:2px solid var(--link);outline-offset:2px;scroll-margin:30vh}
section{border-top:1px solid var(--rule);margin-top:2rem}
ul.entities,ol.quotations{padding-left:1.5rem}
.quotations blockquote{margin:0;font-family:Georgia,"Times New Roman",serif}
.quotations p{margin:0 0 .75rem}
footer{border-top:1px solid var(--rule);margin-top:2rem;padding-top:.5rem}
@media (forced-colors:active){.quotation{outline:1px dotted}}
@media print{:root{color-scheme:light;--text:#000;--page:#fff;--soft:#444;--rule:#999;--link:#000;--quote:#f4f4f4;--quote-sure:#e2e2e2}
html{font-size:11pt}body{max-width:none;padding:0}a{text-decoration:none}.quotation,.mention{-webkit-print-color-adjust:exact;print-color-adjust:exact}
h1,h2,h3{break-after:avoid}li{break-inside:avoid}.quotations a[href^="#q"],.places{display:none}@page{margin:2cm}}
`;

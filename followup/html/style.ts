/** The look of the checklist in HTML, on a screen and on paper. */
export const checklistStyle = `
:root{color-scheme:light}
body{font:15px/1.45 "Liberation Sans",Arial,sans-serif;color:#16191c;background:#fff;margin:0 auto;max-width:62rem;padding:1rem 1.5rem 3rem}
h1{font-size:1.6rem;margin:.5rem 0}
h2{font-size:1.35rem;color:#0b3c6f;border-bottom:2px solid #0b3c6f;padding-bottom:.2rem;margin:2.2rem 0 .8rem}
h3{font-size:1.05rem;margin:1.2rem 0 .4rem}
nav ul{display:flex;flex-wrap:wrap;gap:.2rem 1rem;list-style:none;padding:0;margin:.5rem 0}
a{color:#0b3c6f}a:focus,input:focus,.wide:focus{outline:3px solid #8a6d00;outline-offset:2px}
ul{padding-left:1.2rem;margin:.4rem 0}li{margin:.25rem 0}
ul.ticks{list-style:none;padding-left:0}ul.ticks li{display:flex;gap:.6rem}
ul.ticks input{flex:none;width:1.05rem;height:1.05rem;margin:.15rem 0 0}
code{font-size:.86em;color:#4a5158}
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%;margin:.4rem 0 .8rem;font-size:.92rem}
caption{text-align:left;color:#4a5158;padding-bottom:.3rem}
th,td{border:1px solid #c3c9cf;padding:.3rem .45rem;text-align:left;vertical-align:top}
thead th{background:#eef2f6}tbody th{font-weight:600}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem;margin:.4rem 0}
dt{font-weight:600}dd{margin:0}
figure{margin:.4rem 0}figure svg{max-width:40rem;width:100%;height:auto}figcaption{color:#4a5158;font-size:.9rem}
@media print{
@page{size:A4;margin:14mm 15mm}
body{max-width:none;padding:0;font-size:9.5pt;line-height:1.3}
nav{display:none}section+section{break-before:page}
h2{margin-top:0}h3{margin:.7rem 0 .2rem;break-after:avoid}li,tr,figure{break-inside:avoid}
figure svg{max-width:12cm}.wide{overflow:visible}a{color:inherit;text-decoration:none}
}`

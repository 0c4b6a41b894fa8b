/** On paper a State's page is one sheet: the brief, its day and its citation, without what only screens need. */
export const print = `
@media print{
@page{size:A4;margin:13mm 15mm}
html{font-size:8.4pt}
body{line-height:1.26;background:#fff}
.site,.skip,.languages,.doors,.filters,details,.day,.timeline,.acts .source,footer p:not(.cite){display:none}
main,footer{max-width:none;padding:0}
main section:not(.scroll){margin:0 0 2.6mm}
h1{font-size:19pt}.brief .lead{margin-bottom:3mm}h2{font-size:11.5pt;margin-bottom:1.2mm;break-after:avoid}h3{font-size:9.6pt}
.lead{font-size:10pt;margin:1mm 0 3mm;max-width:none}
.eyebrow,.facts{margin:0 0 1mm}
.rows>li{padding:1.3mm 0;break-inside:avoid;display:grid;grid-template-columns:52mm 26mm 1fr;gap:0 4mm}
.standing h3{grid-column:1}.standing .title{grid-column:1;grid-row:2;margin:0;font-size:7pt;line-height:1.2}
.standing .status{grid-column:2;grid-row:1}.standing .dates{grid-column:3;grid-row:1/span 2}.standing .todo{grid-column:3;grid-row:3}
.bars>li{display:block}
.dates{gap:0}.dates div{grid-template-columns:26mm 1fr;gap:0 2mm}
.todo{padding:1mm 2.5mm;margin-top:.8mm}
.article{font-size:7.6pt}
th,td{padding:.7mm 2mm .7mm 0}
.scroll{overflow:visible}
.share{margin-bottom:.4mm}.share+.gauge{height:1.2mm}
.standing .dates{align-content:start}
.acts{columns:2;column-gap:6mm}.acts li{padding:.5mm 0;grid-template-columns:20mm 1fr;gap:2mm;break-inside:avoid;border:0;font-size:8pt}
a{color:inherit;text-decoration:none}
footer{font-size:7.4pt;padding:1.5mm 0 0}footer h2{display:none}.cite{margin:0}
}
`

/** What stands in the pages: figures, rows, tables, filters, cards. */
export const content = `
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(13rem,1fr));gap:1.2rem 2.4rem;margin:2.2rem 0 1.4rem}
.figures div{border-top:2px solid var(--ink);padding-top:.6rem;display:flex;flex-direction:column-reverse;justify-content:flex-end}
.figures dt{color:var(--soft);font-size:.95rem;max-width:16rem}
.figures dd{margin:0;font:600 2.6rem/1.15 "Iowan Old Style","Palatino Linotype",Palatino,Georgia,serif;font-variant-numeric:lining-nums}
.figures small{font-size:1rem;font-family:system-ui,sans-serif;font-weight:400}
.rows{list-style:none;margin:0;padding:0}
.rows>li{padding:1.3rem 0;border-top:1px solid var(--rule)}
.rows.bars>li:first-child{padding-top:1rem}
@media(min-width:56rem){.standing>li{display:grid;grid-template-columns:16rem 9rem 1fr;gap:.1rem 2rem;align-items:start}
.standing h3{grid-column:1}.standing .title{grid-column:1;grid-row:2;margin:0;font-size:.86rem}
.standing .status{grid-column:2;grid-row:1}.standing .dates{grid-column:3;grid-row:1/span 2}
.standing .todo{grid-column:3;grid-row:3}}
.counts{display:flex;flex-wrap:wrap;gap:.2rem 1.6rem;margin:.6rem 0 .2rem}
.then{font-size:.92rem;margin:.2rem 0 0}
.dates{margin:0;display:grid;gap:.15rem}
.dates div,.clauses div{display:grid;gap:0 1rem}
@media(min-width:34rem){.dates div{grid-template-columns:9.5rem 1fr}.clauses div{grid-template-columns:13rem 1fr}}
dt{color:var(--soft)}dd{margin:0}
.clauses div{padding:.9rem 0;border-top:1px solid var(--rule)}
.clauses{margin:0}
.todo{margin-top:.7rem;padding:.7rem .9rem;border-left:4px solid var(--signatory);background:var(--warm-ground)}
.todo p{margin:0}.todo .condition{margin-top:.4rem}
.todo b{color:var(--warm)}
.languages{display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;font-size:.95rem}
.languages a,.chip{padding:.25rem 0}
.languages a[aria-current]{color:var(--ink);font-weight:600;text-decoration:none}
.scroll{overflow-x:auto;border-top:1px solid var(--rule)}
table{border-collapse:collapse;width:100%;font-size:.94rem;font-variant-numeric:tabular-nums}
th,td{text-align:left;padding:.55rem .9rem .55rem 0;border-bottom:1px solid var(--rule);vertical-align:top}
thead th{color:var(--soft);font-weight:500;font-size:.86rem;vertical-align:bottom}
thead a{color:inherit}
tbody th{font-weight:500}
td.number,th.number{text-align:right;padding-right:1.2rem}
.matrix{table-layout:fixed;min-width:46rem}
.matrix th:first-child{position:sticky;left:0;background:var(--paper);width:8.6rem}
@media(min-width:56rem){.matrix th:first-child{width:16rem}}
.matrix td:not(.open){color:var(--soft)}
.matrix .open{color:var(--warm);font-weight:600}
.share{display:block;margin-bottom:.3rem;white-space:nowrap}
.compared td{min-width:8rem}
.acts{list-style:none;margin:0;padding:0}
.acts li{display:grid;grid-template-columns:6.6rem 1fr;gap:1rem;padding:.5rem 0;border-top:1px solid var(--rule)}
.acts time{color:var(--soft);font-variant-numeric:tabular-nums}
.acts .source{display:block;overflow-wrap:anywhere}
.filters nav{display:flex;flex-wrap:wrap;gap:.4rem;margin-bottom:.6rem}
.chip{border:1px solid var(--rule);border-radius:99px;padding:.25rem .8rem;color:var(--ink);text-decoration:none;font-size:.92rem}
.chip:hover{border-color:var(--accent)}
.chip[aria-current]{background:var(--ink);border-color:var(--ink);color:var(--paper)}
.form{display:flex;flex-wrap:wrap;gap:.8rem 1rem;align-items:end;margin:1.6rem 0}
.form div{display:grid;max-width:100%;gap:.2rem;min-width:0}
.form label{font-size:.88rem;color:var(--soft)}
.form select{width:100%;color:var(--ink);font-size:1rem}
.form .check{display:flex;align-items:center;gap:.5rem;color:var(--ink);font-size:.95rem;min-height:2.4rem}
.check input{min-height:0;width:1.1rem;height:1.1rem;accent-color:var(--accent)}
.find{display:flex;flex-wrap:wrap;gap:.5rem;max-width:34rem;margin:1.4rem 0}
.find label{flex-basis:100%;color:var(--soft)}
.names{list-style:none;margin:0;padding:0;columns:15rem;column-gap:2rem}
.names li{break-inside:avoid;padding:.22rem 0}
.list{margin:1.4rem 0}.list h3{margin-bottom:.4rem}
.note{border-left:4px solid var(--signatory);background:var(--warm-ground);padding:.9rem 1.1rem;max-width:44rem}
.card{border:1px solid var(--rule);border-top:4px solid var(--party);background:var(--sheet);padding:1.1rem 1.2rem;max-width:26rem}
.card h2{font-size:1.3rem;margin:0 0 .4rem}.card ul{list-style:none;margin:.8rem 0;padding:0;display:grid;gap:.25rem}
.card p:last-child{margin:0}
.looks{display:grid;gap:1.2rem;justify-items:start}
.looks img{max-width:100%}
.snippet{margin-bottom:1.4rem;max-width:46rem}
.snippet label{display:block;margin-bottom:.3rem}
.snippet textarea{display:block;width:100%;font:.88rem/1.5 ui-monospace,Menlo,Consolas,monospace;margin-bottom:.5rem;resize:vertical}
.aliases ul{columns:18rem;padding-left:1.1rem}
`

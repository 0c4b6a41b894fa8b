/** Letters: a serif of the reader's own for headings, the system's own for the rest. Nothing is fetched. */
export const type = `
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
h1,h2,h3,.site .name{font-family:"Iowan Old Style","Palatino Linotype",Palatino,"Book Antiqua",Georgia,"Times New Roman",serif;font-weight:600;line-height:1.15;text-wrap:balance;margin:0}
h1{font-size:clamp(2rem,1.2rem + 3.4vw,3.4rem);letter-spacing:-.015em}
h1.long{font-size:clamp(1.6rem,1.1rem + 1.9vw,2.5rem)}
h2{font-size:clamp(1.3rem,1.1rem + .9vw,1.75rem);margin-bottom:1.1rem}
h3{font-size:1.15rem}
p{margin:0 0 .9rem}
a{color:var(--accent);text-decoration-thickness:1px;text-underline-offset:.18em}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:2px}
small,.small{font-size:.85rem;color:var(--soft)}
code{font-size:.95em}
.lead{font-size:clamp(1.08rem,1rem + .4vw,1.25rem);max-width:42rem;margin-top:1rem}
.brief .lead{margin-bottom:2.6rem}
.eyebrow{color:var(--soft);font-size:.9rem;margin-bottom:.6rem}
.subtitle{font-size:1.2rem;color:var(--soft);margin:.3rem 0 0}
.facts{color:var(--soft);margin:.8rem 0}
.title,.then,.tally{color:var(--soft)}
.title{font-size:.95rem;margin:.15rem 0 .7rem;max-width:44rem}
.article,.source{color:var(--soft);font-size:.88rem}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:-999px}
.skip:focus{left:1rem;top:.5rem;background:var(--sheet);padding:.5rem .8rem;z-index:2}
`

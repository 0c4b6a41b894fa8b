/** The frame of every page: head, day, main, foot. Small screens first. */
export const frame = `
.site{border-bottom:1px solid var(--rule);background:var(--sheet)}
.bar,.day,main,footer{max-width:70rem;margin:0 auto;padding:0 1.1rem}
.bar{display:flex;flex-wrap:wrap;align-items:center;gap:.6rem 1.4rem;padding-top:.9rem;padding-bottom:.7rem}
.site .name{font-size:1.15rem;color:var(--ink);text-decoration:none}
.site nav{display:flex;flex-wrap:wrap;gap:.2rem 1.1rem}
.site nav a{color:var(--ink);text-decoration:none;padding:.25rem 0;border-bottom:2px solid transparent}
.site nav a:hover,.site nav a[aria-current]{border-color:var(--accent)}
.search{flex:1 1 14rem;max-width:100%}.search form{display:flex;gap:.4rem}
@media(min-width:48rem){.search{flex:0 1 18rem;margin-left:auto}}
input,select,button,textarea{font:inherit;color:inherit;background:var(--sheet);border:1px solid var(--edge);border-radius:4px;padding:.4rem .6rem;max-width:100%;min-height:2.4rem}
input[type=search]{flex:1;min-width:0}
input::placeholder{color:var(--soft);opacity:1}
button{cursor:pointer;border-color:var(--accent);color:var(--accent);background:transparent}
button:hover{background:var(--accent);color:var(--paper)}
.day{display:flex;flex-wrap:wrap;align-items:center;gap:.4rem 1.4rem;padding-bottom:.8rem;font-size:.92rem}
.day form{display:flex;align-items:center;gap:.5rem}
.day input,.day button{min-height:2rem;padding:.2rem .5rem}
.steps{display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;list-style:none;margin:0;padding:0}
.steps a,.doors a{display:inline-block;padding:.2rem 0}
main{padding-top:2.2rem;padding-bottom:2rem}
main section:not(.scroll){margin:0 0 3.2rem}
@media(min-width:48rem){main{padding-top:3.4rem}main section:not(.scroll){margin-bottom:4.2rem}}
footer{border-top:1px solid var(--rule);padding-top:1.6rem;padding-bottom:3rem;font-size:.9rem;color:var(--soft)}
footer h2{font-size:1.05rem;margin-bottom:.5rem;color:var(--ink)}
.cite{overflow-wrap:anywhere;color:var(--ink);max-width:56rem}
.doors{display:flex;flex-wrap:wrap;gap:.2rem 1.4rem}
details{margin:1rem 0}
summary{cursor:pointer;color:var(--accent);padding:.3rem 0;width:fit-content}
.embed{background:transparent}
.embed main{padding:0;max-width:none}
`

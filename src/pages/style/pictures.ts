/** Maps, charts and marks. Each tone has a shape or a hatching of its own beside its colour. */
export const pictures = `
figure{margin:0}
figcaption{color:var(--soft);font-size:.9rem;margin-top:.8rem}
svg{display:block;max-width:100%;height:auto}
.map svg{width:100%}
.map path,.map circle{stroke:var(--paper);stroke-width:1}
.map .land{fill:var(--land)}
.map a:hover path,.map a:hover circle{stroke:var(--ink);stroke-width:2.5}
.t0{fill:var(--t0)}.t1{fill:var(--t1)}.t2{fill:var(--t2)}.t3{fill:var(--t3)}.t4{fill:var(--t4)}.t5{fill:var(--t5)}
.map .t0,.map .t1,.map .none{stroke:var(--edge)}
.map circle{stroke:var(--paper)}.map circle.none,.map circle.t0{stroke:var(--edge)}
.party{fill:var(--party)}.none{fill:var(--none)}
.signatory{fill:var(--signatory)}.withdrawn{fill:var(--withdrawn)}
.map .signatory{fill:url(#hatch)}.map .withdrawn{fill:url(#cross)}
.map .hatch-ground{fill:var(--paper)}.hatch-line{fill:var(--signatory)}
.cross-ground{fill:var(--paper)}.map .cross-line{stroke:var(--withdrawn);stroke-width:2;fill:none}
.keys,.legend{list-style:none;margin:0 0 .6rem;padding:0;display:flex;flex-wrap:wrap;gap:.35rem 1.4rem;color:var(--ink);font-size:.94rem}
.keys li,.legend li{display:flex;align-items:center;gap:.45rem}
.key{width:1.1rem;height:.8rem;border:1px solid var(--edge);display:inline-block;background:var(--none);flex:none}
.key.t0{background:var(--t0)}.key.t1{background:var(--t1)}.key.t2{background:var(--t2)}.key.t3{background:var(--t3)}.key.t4{background:var(--t4)}.key.t5{background:var(--t5)}
.key.party{background:var(--party)}
.key.signatory{background:repeating-linear-gradient(135deg,var(--signatory) 0 3px,var(--paper) 3px 6px)}
.key.withdrawn{background:repeating-linear-gradient(45deg,var(--withdrawn) 0 1px,transparent 1px 4px),repeating-linear-gradient(135deg,var(--withdrawn) 0 1px,transparent 1px 4px)}
.status{display:inline-flex;align-items:baseline;gap:.45rem}
.dot{width:.78em;height:.78em;border-radius:50%;border:2px solid var(--party);background:var(--party);flex:none;display:inline-block;position:relative;top:.06em;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.dot.signatory{border-color:var(--signatory);background:linear-gradient(90deg,var(--signatory) 50%,transparent 50%)}
.dot.withdrawn{border-color:var(--withdrawn);border-radius:0;background:linear-gradient(135deg,transparent 42%,var(--withdrawn) 42% 58%,transparent 58%)}
.dot.none{border-color:var(--edge);background:transparent}
.gauge{width:100%;height:.7rem}
svg.gauge{max-width:none}
.gauge .rest{fill:var(--rest)}
.share+.gauge{height:.35rem}
.chart svg:not(.swatch){width:100%;max-width:56rem}
.chart text,.timeline text{fill:var(--soft);font:13px system-ui,sans-serif}
.grid,.axis{stroke:var(--rule);fill:none}
.mark,.mark path{stroke:var(--warm);stroke-dasharray:2 3;fill:none}
.mark text{stroke:none;fill:var(--warm)}
.line{fill:none;stroke-width:2.4;stroke-linejoin:round}
.line-0{stroke:var(--l0)}.line-1{stroke:var(--l1);stroke-dasharray:9 4}.line-2{stroke:var(--l2);stroke-dasharray:2 3}
.line-3{stroke:var(--l3);stroke-dasharray:12 3 2 3}.line-4{stroke:var(--l4);stroke-dasharray:5 2}.line-5{stroke:var(--l5);stroke-dasharray:1 2}
.legend{margin-top:.9rem}.swatch{width:2.1rem;flex:none}
.timeline{width:100%;margin-bottom:.8rem}
.timeline circle{stroke:var(--paper);stroke-width:1.5}
.timeline circle.none{fill:var(--sheet);stroke:var(--edge);stroke-width:2}
@media(max-width:40rem){.chart text,.timeline text{font-size:22px}.line{stroke-width:4}.swatch .line{stroke-width:2.4}.map circle{r:9px}}
@media print{.party,.signatory,.rest,.gauge,.timeline circle{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
@media(forced-colors:active){.dot,.key,.map svg,.chart svg,.gauge{forced-color-adjust:none}}
`

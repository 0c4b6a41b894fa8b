/**
 * One accent, and one warm second for what is open. Both pairs keep 4.5 to 1 on their ground; the steps of the map are told by
 * lightness alone, and every status has a shape of its own besides (see pictures.ts).
 */
export const colours = `
:root{color-scheme:light dark;
--paper:#fbfaf7;--sheet:#fff;--ink:#1c2024;--soft:#565e66;--rule:#e0dcd3;--accent:#0b5c8f;--warm:#8a4b00;--warm-ground:#fdf3e4;
--party:#0b5c8f;--signatory:#d98324;--withdrawn:#6b4c7a;--none:#fff;--edge:#8b9299;--land:#e8e5de;--rest:#ebe8e1;
--t0:#fff;--t1:#dce6ee;--t2:#b3cde0;--t3:#77a9cc;--t4:#3579a8;--t5:#0b4a75;
--l0:#0b4a75;--l1:#b4530a;--l2:#2f7d5b;--l3:#6b4c7a;--l4:#8a6d00;--l5:#444}
@media (prefers-color-scheme:dark){:root{
--paper:#14171a;--sheet:#1b1f23;--ink:#e9e6e0;--soft:#a9b0b7;--rule:#343a40;--accent:#86c3ee;--warm:#f3b978;--warm-ground:#2b2217;
--party:#5aa6db;--signatory:#e39b45;--withdrawn:#b497c6;--none:#14171a;--edge:#7c858d;--land:#2a2f34;--rest:#2a2f34;
--t0:#14171a;--t1:#1f3a50;--t2:#29587c;--t3:#3f7fae;--t4:#6aaede;--t5:#b9defa;
--l0:#86c3ee;--l1:#f0a765;--l2:#7fcfaa;--l3:#c9aede;--l4:#dcc36a;--l5:#bbb}}
@media print{:root{color-scheme:light;
--paper:#fff;--sheet:#fff;--ink:#000;--soft:#444;--rule:#ccc;--accent:#0b4a75;--warm:#6b3a00;--warm-ground:#fff;
--party:#0b5c8f;--signatory:#d98324;--withdrawn:#6b4c7a;--none:#fff;--edge:#777;--land:#e8e5de;--rest:#ebe8e1;
--t0:#fff;--t1:#dce6ee;--t2:#b3cde0;--t3:#77a9cc;--t4:#3579a8;--t5:#0b4a75;
--l0:#0b4a75;--l1:#b4530a;--l2:#2f7d5b;--l3:#6b4c7a;--l4:#8a6d00;--l5:#444}}
`

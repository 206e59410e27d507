import { launch, serve } from '/work/main/tests/browser/browser.mjs';
const site = await serve(process.argv[2]); const b = await launch();
for (const u of process.argv.slice(3)) { const p = await b.newPage(); await p.goto(site.base+u); const pdf = await p.pdf({format:'A4',preferCSSPageSize:true,path:'/tmp/pdf-'+u.replaceAll('/','_')+'.pdf'}); console.log(u,(pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)||[]).length); await p.close(); }
await b.close(); site.close();

/**
 * What a page can do beyond being read: search, leave out severities and designs, open and close, sort, and a link that points at
 * what one sees. It is plain text in the page, allowed by its hash alone, and asks for nothing.
 */
export const SCRIPT = `
'use strict';
const $=(s,r=document)=>[...r.querySelectorAll(s)];
const bar=document.querySelector('.bar'),find=document.querySelector('#find'),said=document.querySelector('#found');
bar.hidden=false;
const state=()=>({find:find.value.trim(),severity:$('[name=severity]:not(:checked)').map(i=>i.value),design:$('[name=design]:not(:checked)').map(i=>i.value)});
const apply=()=>{
  const s=state(),words=s.find.toLowerCase();
  let hits=0;
  for(const e of $('main li,main tbody tr:not(.group)')){
    const off='severity' in e.dataset&&s.severity.includes(e.dataset.severity);
    const hit=!words||e.textContent.toLowerCase().includes(words);
    e.hidden=off||!hit;
    if(words&&hit&&!off)hits++;
  }
  if(words)for(const e of $('main li:not([hidden]),main tr:not([hidden])'))for(let d=e.closest('details');d;d=d.parentElement.closest('details'))d.open=true;
  for(const e of $('[data-design]'))e.hidden=s.design.includes(e.dataset.design);
  said.textContent=words?hits+' found':'';
  const parts=Object.entries(s).flatMap(([k,v])=>v.length?[k+'='+encodeURIComponent(Array.isArray(v)?v.join(','):v)]:[]);
  const place=(location.hash.slice(1).split('?')[0]);
  history.replaceState(null,'','#'+place+(parts.length?'?'+parts.join('&'):''));
};
const restore=()=>{
  const query=new URLSearchParams(location.hash.split('?')[1]||'');
  find.value=query.get('find')||'';
  for(const name of ['severity','design']){const off=(query.get(name)||'').split(',');for(const i of $('[name='+name+']'))i.checked=!off.includes(i.value);}
  const place=document.getElementById(decodeURIComponent(location.hash.slice(1).split('?')[0]));
  if(place){for(let d=place.closest('details');d;d=d.parentElement.closest('details'))d.open=true;place.scrollIntoView();}
  apply();
};
find.addEventListener('input',apply);
for(const i of $('[name=severity],[name=design]'))i.addEventListener('change',apply);
document.querySelector('#open').addEventListener('click',()=>{for(const d of $('details'))d.open=true;});
document.querySelector('#close').addEventListener('click',()=>{for(const d of $('details'))d.open=false;});
addEventListener('hashchange',restore);
const number=t=>{const m=/-?[\\d,]*\\.?\\d+/.exec(t.replace(/[−–]/g,'-'));return m?Number(m[0].replace(/,/g,''))*(/\\dK\\b/.test(t)?1e3:/\\dM\\b/.test(t)?1e6:1):Number('?');};
for(const head of $('table:not(:has(.group)) thead tr')){
  [...head.children].forEach((th,at)=>{
    if(!th.textContent.trim()||head.closest('table').tBodies[0].rows.length<3)return;
    const b=document.createElement('button');b.type='button';b.append(...th.childNodes);th.append(b);
    b.addEventListener('click',()=>{
      const down=th.getAttribute('aria-sort')==='descending',body=th.closest('table').tBodies[0];
      for(const other of head.children)other.removeAttribute('aria-sort');
      th.setAttribute('aria-sort',down?'ascending':'descending');
      const text=r=>r.cells[at]?.textContent.trim()||'';
      [...body.rows].sort((a,z)=>{const[x,y]=[number(text(a)),number(text(z))];const o=Number.isNaN(x)||Number.isNaN(y)?text(a)<text(z)?-1:1:x-y;return down?o:-o;}).forEach(r=>body.append(r));
    });
  });
}
let shut=[];
addEventListener('beforeprint',()=>{shut=$('details:not([open])');for(const d of shut)d.open=true;});
addEventListener('afterprint',()=>{for(const d of shut)d.open=false;});
restore();
`.trim();

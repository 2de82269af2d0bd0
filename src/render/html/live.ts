/**
 * What a page that is served can do beyond: load itself again when the server says that there is another, at the place where its
 * reader was and with the same parts open, and show what hinders the next one.
 */
export const LIVE_SCRIPT = `
'use strict';
{
const KEY='orgdesign-place',all=s=>[...document.querySelectorAll(s)];
const names=()=>all('details').map((d,n)=>[d,d.id||(d.closest('section[id]')?.id||'')+' '+d.querySelector('summary').textContent+' '+all('details').slice(0,n).filter(o=>!o.id&&o.closest('section[id]')===d.closest('section[id]')).length]);
const keep=()=>{
  let at=null;
  for(const e of all('main section[id]'))if(e.offsetParent&&e.getBoundingClientRect().top<=120)at=e;
  sessionStorage.setItem(KEY,JSON.stringify({id:at?at.id:'',top:at?at.getBoundingClientRect().top:0,y:scrollY,open:names().filter(([d])=>d.open).map(([,n])=>n),find:document.activeElement===document.querySelector('#find')}));
};
const restore=()=>{
  const kept=JSON.parse(sessionStorage.getItem(KEY)||'null');
  sessionStorage.removeItem(KEY);
  if(!kept)return;
  history.scrollRestoration='manual';
  for(const[d,n]of names())d.open=kept.open.includes(n);
  const at=kept.id&&document.getElementById(kept.id);
  scrollTo({top:at?scrollY+at.getBoundingClientRect().top-kept.top:kept.y,behavior:'instant'});
  if(kept.find)document.querySelector('#find').focus({preventScroll:true});
};
const said=document.createElement('div');
said.className='live';said.setAttribute('role','status');
document.body.append(said);
const say=t=>{said.textContent=t;};
const events=new EventSource('changes');
events.addEventListener('page',()=>{keep();location.reload();});
events.addEventListener('problem',e=>say(JSON.parse(e.data)));
events.addEventListener('error',()=>say('Nobody serves this page any longer; it stays as it is.'));
restore();
}
`.trim();

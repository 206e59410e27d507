// The editor: what the form says is saved, and the page beside it shows what came of it.
(() => {
  const own = '/.edit/';
  const WORDS = {
    en: {
      to_page: 'To the page', to_form: 'To the form',
      saved: 'Saved.', same: 'Nothing was changed.', undone: 'The last change was taken back.', saving: 'Saving …',
      failed: 'Not saved: {why}', lost: 'the program does not answer; is it still running?', added: 'Added: {file}',
      warned: 'Saved. Look at this: {why}', at: 'In sight: {x} % from the left, {y} % from the top.',
      large: 'the photo has more than 20 MB',
    },
    nl: {
      to_page: 'Naar de pagina', to_form: 'Naar het formulier',
      profile: 'Profiel', undo: 'Ongedaan maken', save: 'Bewaren', photo: 'Foto', file: 'Kies een foto', page: 'De pagina',
      alt: 'Wat er te zien is, voor wie het niet ziet', keep: 'Foto bewaren', case: 'Een nieuwe opdracht', title: 'Titel',
      add: 'Opdracht toevoegen', hidden: 'Niemand ziet dit profiel: het heeft geen pagina.',
      focus: 'Klik op het gezicht, of verplaats het punt met de pijltjestoetsen: dat blijft in beeld als de foto wordt bijgesneden.',
      saved: 'Bewaard.', same: 'Er is niets veranderd.', undone: 'De laatste wijziging is teruggedraaid.', saving: 'Bewaren …',
      failed: 'Niet bewaard: {why}', lost: 'het programma antwoordt niet; draait het nog?', added: 'Toegevoegd: {file}',
      warned: 'Bewaard. Kijk hier nog naar: {why}', at: 'In beeld: {x} % van links, {y} % van boven.',
      large: 'de foto is groter dan 20 MB',
    },
    de: {
      to_page: 'Zur Seite', to_form: 'Zum Formular',
      profile: 'Profil', undo: 'Rückgängig', save: 'Speichern', photo: 'Foto', file: 'Foto wählen', page: 'Die Seite',
      alt: 'Was zu sehen ist, für alle, die es nicht sehen', keep: 'Foto speichern', case: 'Ein neues Projekt', title: 'Titel',
      add: 'Projekt hinzufügen', hidden: 'Niemand sieht dieses Profil: Es hat keine Seite.',
      focus: 'Klicken Sie auf das Gesicht oder verschieben Sie den Punkt mit den Pfeiltasten: Er bleibt beim Zuschneiden im Bild.',
      saved: 'Gespeichert.', same: 'Nichts wurde geändert.', undone: 'Die letzte Änderung wurde zurückgenommen.', saving: 'Speichern …',
      failed: 'Nicht gespeichert: {why}', lost: 'das Programm antwortet nicht; läuft es noch?', added: 'Hinzugefügt: {file}',
      warned: 'Gespeichert. Sehen Sie hier nach: {why}', at: 'Im Bild: {x} % von links, {y} % von oben.',
      large: 'das Foto ist größer als 20 MB',
    },
    fr: {
      to_page: 'Vers la page', to_form: 'Vers le formulaire',
      profile: 'Profil', undo: 'Annuler', save: 'Enregistrer', photo: 'Photo', file: 'Choisir une photo', page: 'La page',
      alt: 'Ce que l’on voit, pour qui ne le voit pas', keep: 'Enregistrer la photo', case: 'Un nouveau projet', title: 'Titre',
      add: 'Ajouter le projet', hidden: 'Personne ne voit ce profil : il n’a pas de page.',
      focus: 'Cliquez sur le visage, ou déplacez le point avec les flèches : il reste visible quand la photo est recadrée.',
      saved: 'Enregistré.', same: 'Rien n’a changé.', undone: 'La dernière modification est annulée.', saving: 'Enregistrement …',
      failed: 'Non enregistré : {why}', lost: 'le programme ne répond pas ; tourne-t-il encore ?', added: 'Ajouté : {file}',
      warned: 'Enregistré. À regarder : {why}', at: 'Visible : {x} % depuis la gauche, {y} % depuis le haut.',
      large: 'la photo dépasse 20 Mo',
    },
    ar: {
      to_page: 'إلى الصفحة', to_form: 'إلى الاستمارة',
      profile: 'الملف', undo: 'تراجع', save: 'احفظ', photo: 'صورة', file: 'اختر صورة', page: 'الصفحة',
      alt: 'ما يظهر في الصورة، لمن لا يراها', keep: 'احفظ الصورة', case: 'مشروع جديد', title: 'العنوان',
      add: 'أضف المشروع', hidden: 'لا أحد يرى هذا الملف: ليست له صفحة.',
      focus: 'انقر على الوجه، أو حرّك النقطة بمفاتيح الأسهم: يبقى ظاهرًا عند قصّ الصورة.',
      saved: 'حُفظ.', same: 'لم يتغيّر شيء.', undone: 'أُلغي آخر تغيير.', saving: 'يُحفظ …',
      failed: 'لم يُحفظ: \u2068{why}\u2069', lost: 'البرنامج لا يجيب؛ هل ما زال يعمل؟', added: 'أضيف: \u2066{file}\u2069',
      warned: 'حُفظ. انظر في هذا: \u2068{why}\u2069', at: 'الظاهر: {x} % من اليسار، {y} % من الأعلى.',
      large: 'حجم الصورة أكثر من 20 ميغابايت',
    },
  };
  const lang = document.documentElement.lang.split('-')[0];
  const words = { ...WORDS.en, ...WORDS[lang] };
  const said = (key, names = {}) => words[key].replace(/\{(\w+)\}/g, (whole, name) => names[name] ?? whole);
  const at = (id) => document.getElementById(id);
  const all = (root, selector) => [...root.querySelectorAll(selector)];
  const { token } = document.body.dataset;
  const form = at('profile-form');
  const who = new URLSearchParams(location.search).get('who') ?? '';
  const state = at('editor-state');

  // The form asks for what is known of somebody where the site has it; here, all of the file is known.
  form.dataset.settings = JSON.stringify({ ...JSON.parse(form.dataset.settings), purpose: 'edit', people: `${own}of/` });
  for (const one of all(document, '[data-word]')) {
    if (words[one.dataset.word]) one.textContent = words[one.dataset.word];
    else if (lang !== 'en') one.lang = 'en';
  }
  const button = form.querySelector('p.act .button');
  button.textContent = at('editor-save').textContent;

  const frame = at('editor-frame');
  frame.title = at('editor-page-title').textContent;
  if (frame.dataset.page) frame.src = frame.dataset.page;
  frame.hidden = !frame.dataset.page;
  at('editor-hidden').hidden = Boolean(frame.dataset.page);

  function tell(text, isFault = false) {
    state.textContent = text;
    state.toggleAttribute('data-fault', isFault);
  }

  /** What stands in the file and in no field of the form: kept when the rest of its value changes. */
  let file = {};
  const keep = (raw, now, root) => {
    if (!raw || typeof raw !== 'object' || Array.isArray(raw) || typeof now !== 'object' || now === null) return now;
    const asked = new Set(all(root, '[data-field]').map((field) => field.dataset.field));
    const rest = Object.entries(raw).filter(([key]) => !asked.has(key));
    return { ...Object.fromEntries(rest), ...now };
  };
  const raws = new WeakMap();
  const isFilled = (item) => all(item, 'input, select, textarea').some((one) => one.value.trim());

  function whole(changes) {
    const found = {};
    for (const [key, now] of Object.entries(changes)) {
      const top = form.querySelector(`[data-top="${key}"]`);
      const raw = file.changes?.[key];
      // What is written in a short form has no keys that could be lost.
      if (top?.dataset.shape === 'group') found[key] = keep(raw, now, top);
      else if (top?.dataset.shape === 'list' && Array.isArray(now) && key !== 'languages') {
        const items = all(top, '.items > li').filter(isFilled);
        found[key] = now.map((item, place) => keep(raws.get(items[place]), item, items[place]));
      } else found[key] = now;
    }
    return found;
  }

  async function ask(path, body, more = {}) {
    let answer;
    try {
      answer = await fetch(own + path, { method: body === undefined ? 'GET' : 'POST', body, headers: { 'Vakwerk-Token': token }, ...more });
    } catch {
      throw new Error(said('lost'));
    }
    const isJson = answer.headers.get('content-type')?.startsWith('application/json');
    const told = isJson ? await answer.json() : { faults: [{ message: await answer.text() }] };
    if (answer.ok) return told;
    throw Object.assign(new Error(told.faults.map(({ field, message }) => (field ? `${field}: ${message}` : message)).join(' · ')), told);
  }

  function mark(faults) {
    for (const one of all(form, '.editor-fault')) {
      one.parentElement.querySelectorAll('[aria-invalid]').forEach((control) => {
        control.removeAttribute('aria-invalid');
        control.removeAttribute('aria-errormessage');
      });
      one.remove();
    }
    let first;
    for (const { field, message } of faults ?? []) {
      const top = field && form.querySelector(`[data-top="${CSS.escape(field)}"]`);
      if (!top) continue;
      const line = document.createElement('p');
      line.className = 'fault editor-fault';
      line.id = `editor-fault-${field}`;
      // What the program says of files is in English.
      line.lang = 'en';
      line.textContent = message;
      top.append(line);
      const control = top.querySelector('input, select, textarea');
      control?.setAttribute('aria-invalid', 'true');
      control?.setAttribute('aria-errormessage', line.id);
      first ??= control;
    }
    first?.focus();
  }

  async function load() {
    file = await ask(`values?who=${encodeURIComponent(who)}`);
    at('editor-undo').disabled = !file.undo;
    const photo = file.changes.photo;
    if (photo?.alt && !at('editor-alt').value) at('editor-alt').value = photo.alt;
    for (const top of all(form, '[data-shape="list"]')) {
      const items = all(top, '.items > li').filter(isFilled);
      const raw = file.changes[top.dataset.top];
      if (Array.isArray(raw) && raw.length === items.length) items.forEach((item, place) => raws.set(item, raw[place]));
    }
  }

  async function change(doing) {
    tell(said('saving'));
    mark([]);
    try {
      const told = await doing();
      at('editor-undo').disabled = !told.undo;
      const warned = (told.warnings ?? []).map(({ message }) => message).join(' · ');
      tell(warned ? said('warned', { why: warned }) : said(told.changed ? 'saved' : 'same'));
      return told;
    } catch (error) {
      tell(said('failed', { why: error.message }), true);
      mark(error.faults);
      return null;
    }
  }

  form.addEventListener('submission', (event) => {
    event.preventDefault();
    const { submission, done } = event.detail;
    const sent = { ...submission, expert: who, changes: whole(submission.changes) };
    change(async () => {
      const told = await ask(`save?version=${file.version}`, JSON.stringify(sent));
      isOpen = false;
      done();
      await load();
      return told;
    });
  });

  // Whoever leaves with changes that are not saved is asked.
  let isOpen = false;
  form.addEventListener('input', () => { isOpen = true; });
  addEventListener('beforeunload', (event) => { if (isOpen) event.preventDefault(); });
  addEventListener('keydown', (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === 's') {
      event.preventDefault();
      form.requestSubmit();
    }
  });
  at('editor-save').addEventListener('click', () => form.requestSubmit());
  at('editor-who').addEventListener('change', ({ target }) => {
    location.search = `?who=${encodeURIComponent(target.value)}`;
  });
  const again = (word, names) => {
    isOpen = false;
    sessionStorage.setItem('editor', said(word, names));
    location.reload();
  };
  at('editor-undo').addEventListener('click', async () => {
    if (await change(() => ask(`undo?who=${encodeURIComponent(who)}`, ''))) again('undone');
  });

  // The photo: a point of it stays in sight.
  let point = [0.5, 0.5];
  function look([x, y]) {
    point = [x, y].map((part) => Math.min(1, Math.max(0, part)));
    const [left, top] = point.map((part) => Math.round(part * 100));
    Object.assign(document.querySelector('#editor-point span').style, { left: `${left}%`, top: `${top}%` });
    at('editor-focus').textContent = said('at', { x: left, y: top });
  }
  at('editor-file').addEventListener('change', ({ target }) => {
    const [photo] = target.files;
    at('editor-crop').hidden = !photo;
    if (!photo) return;
    URL.revokeObjectURL(at('editor-shown').src);
    at('editor-shown').src = URL.createObjectURL(photo);
    look([0.5, 0.5]);
  });
  at('editor-point').addEventListener('click', (event) => {
    // A key on the button is no point.
    if (!event.detail) return;
    const box = at('editor-shown').getBoundingClientRect();
    look([(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height]);
  });
  at('editor-point').addEventListener('keydown', (event) => {
    const step = { ArrowLeft: [-0.02, 0], ArrowRight: [0.02, 0], ArrowUp: [0, -0.02], ArrowDown: [0, 0.02] }[event.key];
    if (!step) return;
    event.preventDefault();
    look([point[0] + step[0], point[1] + step[1]]);
  });
  at('editor-photo').addEventListener('submit', async (event) => {
    event.preventDefault();
    const [photo] = at('editor-file').files;
    if (!photo) return;
    const alt = at('editor-alt').value.trim();
    const told = await change(async () => {
      if (photo.size > 20 * 1024 * 1024) throw new Error(said('large'));
      const names = new URLSearchParams({ who, x: point[0].toFixed(2), y: point[1].toFixed(2), ...(alt && { alt }) });
      return ask(`photo?${names}`, photo);
    });
    if (told) await load();
  });
  at('editor-case').addEventListener('submit', async (event) => {
    event.preventDefault();
    const title = at('editor-title').value.trim();
    if (!title) return at('editor-title').focus();
    try {
      const { file: path } = await ask(`project?${new URLSearchParams({ who, title })}`, '');
      at('editor-title').value = '';
      tell(said('added', { file: path }));
    } catch (error) {
      tell(said('failed', { why: error.message }), true);
    }
    return undefined;
  });

  // The form is ready when it is filled.
  const filled = new MutationObserver(() => {
    if (!('ready' in form.dataset)) return;
    filled.disconnect();
    load().catch((error) => tell(said('failed', { why: error.message }), true));
  });
  filled.observe(form, { attributes: true });
  tell(sessionStorage.getItem('editor') ?? '');
  sessionStorage.removeItem('editor');
})();

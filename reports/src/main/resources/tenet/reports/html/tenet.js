// Formulas, search, the graph, folding and the curves of a Tenet report. The pages can be read without it.
'use strict';
(() => {
  const all = (selector, from = document) => Array.from(from.querySelectorAll(selector));
  const one = (selector, from = document) => from.querySelector(selector);

  function formulas() {
    for (const element of all('.tex')) {
      const code = element.textContent;
      katex.render(code, element, {throwOnError: false, output: 'htmlAndMathml', trust: false, strict: 'ignore', maxExpand: 200, maxSize: 50});
      if (element.querySelector('.katex-error')) element.classList.add('unset');
    }
    document.documentElement.classList.add('formulas-set');
  }

  function search() {
    const field = one('#search');
    if (!field) return;
    const claims = all('li.claim');
    const boxes = all('input[name=verdict]');
    const show = () => {
      const words = field.value.toLowerCase().split(/\s+/).filter(word => word);
      const verdicts = new Set(boxes.filter(box => box.checked).map(box => box.value));
      let shown = 0;
      for (const claim of claims) {
        const fits = verdicts.has(claim.dataset.verdict) && words.every(word => claim.dataset.words.includes(word));
        claim.hidden = !fits;
        if (fits) shown++;
      }
      for (const chapter of all('.chapter')) chapter.hidden = !one('li.claim:not([hidden])', chapter);
      one('#nothing').hidden = shown > 0;
      one('#shown').textContent = shown + ' of ' + claims.length + ' claims shown';
    };
    field.addEventListener('input', show);
    boxes.forEach(box => box.addEventListener('change', show));
    document.addEventListener('keydown', event => {
      if (event.key === '/' && document.activeElement !== field && !event.ctrlKey && !event.metaKey) {
        event.preventDefault();
        field.focus();
      }
    });
    show();
  }

  // Whoever looks at a box sees what it rests on and what rests on it.
  function graph() {
    const edges = all('.edge');
    const light = id => {
      const near = new Set([id]);
      for (const edge of edges) {
        const lit = id !== null && (edge.dataset.from === id || edge.dataset.to === id);
        edge.classList.toggle('lit', lit);
        edge.classList.toggle('faint', id !== null && !lit);
        if (lit) near.add(edge.dataset.from).add(edge.dataset.to);
      }
      for (const node of all('.node')) node.classList.toggle('faint', id !== null && !near.has(node.dataset.id));
    };
    for (const node of all('.node')) {
      for (const event of ['mouseenter', 'focus']) node.addEventListener(event, () => light(node.dataset.id));
      for (const event of ['mouseleave', 'blur']) node.addEventListener(event, () => light(null));
    }
  }

  function folding() {
    for (const button of all('button[data-fold]'))
      button.addEventListener('click', () => all('details.step').forEach(step => { step.open = button.dataset.fold === 'open'; }));
    const reveal = () => {
      const step = location.hash.startsWith('#step-') && document.getElementById(location.hash.slice(1));
      if (step) step.open = true;
    };
    window.addEventListener('hashchange', reveal);
    reveal();
  }

  const round = value => Number(value.toPrecision(4)).toString();

  function curves() {
    const source = one('#curves');
    if (!source) return;
    const {times, values} = JSON.parse(source.textContent);
    const charts = all('svg.chart');
    const left = 62, right = 628;
    let at = -1;
    const read = index => {
      at = Math.max(0, Math.min(times.length - 1, index));
      const x = left + (right - left) * times[at] / times[times.length - 1];
      for (const cursor of all('.cursor')) {
        cursor.removeAttribute('hidden');
        cursor.setAttribute('x1', x);
        cursor.setAttribute('x2', x);
      }
      for (const button of all('ul.legend button')) {
        const value = round(values[button.dataset.series][at]);
        one('.reading', button).textContent = '= ' + value;
      }
      one('.reading-time').textContent = 'at time ' + round(times[at]);
    };
    const nearest = time => times.reduce((best, each, i) => Math.abs(each - time) < Math.abs(times[best] - time) ? i : best, 0);
    for (const chart of charts) {
      chart.addEventListener('pointermove', event => {
        const box = chart.getBoundingClientRect();
        const x = (event.clientX - box.left) / box.width * 640;
        read(nearest((x - left) / (right - left) * times[times.length - 1]));
      });
      chart.addEventListener('keydown', event => {
        const step = {ArrowLeft: -1, ArrowRight: 1, PageDown: -10, PageUp: 10}[event.key];
        if (step === undefined && event.key !== 'Home' && event.key !== 'End') return;
        event.preventDefault();
        read(event.key === 'Home' ? 0 : event.key === 'End' ? times.length - 1 : at + step);
      });
    }
    for (const button of all('ul.legend button'))
      button.addEventListener('click', () => {
        const on = button.getAttribute('aria-pressed') !== 'true';
        button.setAttribute('aria-pressed', String(on));
        for (const curve of all('polyline[data-series="' + button.dataset.series + '"]')) curve.classList.toggle('off', !on);
      });
  }

  // Paper cannot be unfolded.
  window.addEventListener('beforeprint', () => all('main > section > details').forEach(details => { details.open = true; }));

  formulas();
  search();
  graph();
  folding();
  curves();
})();

const {card, head, foot, paging} = require('./shared.js');
module.exports = class { data() { return {pagination: {data: 'collections.parts', size: 1, alias: 'some'}, title: 'Corpus', summary: '', permalink: (d) => `/sections/${d.some.kind}/${d.some.n ? d.some.n + '/' : ''}index.html`}; }
render(d) { return `${head(d)}<ul>${d.some.some.map(card).join('')}</ul>${paging(d.pagination)}${foot}`; } };

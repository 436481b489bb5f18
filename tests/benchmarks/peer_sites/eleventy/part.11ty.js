const {slug, card, head, foot, paging} = require('./shared.js');
module.exports = class { data() { return {pagination: {data: 'collections.parts', size: 1, alias: 'some'}, title: 'Corpus', summary: '', permalink: (d) => `/${d.some.list}/${slug(d.some.name)}/${d.some.n ? d.some.n + '/' : ''}index.html`}; }
render(d) { return `${head(d)}<ul>${d.some.some.map(card).join('')}</ul>${paging(d.pagination)}${foot}`; } };

const {head, foot} = require('./shared.js');
module.exports = class { data() { return {title: 'Not found', summary: '', permalink: '/404.html', eleventyExcludeFromCollections: true}; }
render(d) { return `${head(d)}<h1>Not found</h1><p>There is nothing here.</p>${foot}`; } };

// What other programs read in the reports for reference managers: every field of the CSL-JSON report is found again.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import test from 'node:test';

const require = createRequire(path.join(process.env.CLAIMCHECK_NPM, 'package.json'));
const report = (name) => fs.readFileSync(path.join(process.env.CLAIMCHECK_REPORTS, name), 'utf8');
const expected = JSON.parse(report('sample.csl.json'));

const plain = (parts) => (parts ?? []).map((part) => part.text ?? '').join('');
const family = (author) => author.family ?? author.literal;
const year = (item) => item.issued['date-parts'][0][0];
const claims = (item) => item.keyword.split(/[,;] ?/).filter((word) => word.startsWith('claimcheck: ')).sort();

test('Citation.js finds every field of the RIS report', () => {
  const { plugins } = require('@citation-js/core');
  require('@citation-js/plugin-ris');
  const found = plugins.input.chain(report('sample.ris'), { generateGraph: false });
  assert.equal(found.length, expected.length);
  for (const [i, item] of expected.entries()) {
    for (const field of ['id', 'type', 'title', 'container-title', 'container-title-short', 'volume', 'issue', 'page',
      'DOI', 'PMCID', 'URL', 'ISSN', 'language', 'issued']) {
      assert.deepEqual(found[i][field], item[field], `${item.id}: ${field}`);
    }
    assert.deepEqual(found[i].author.map((author) => [family(author), author.given]),
      item.author.map((author) => [family(author), author.given]), `${item.id}: author`);
    assert.deepEqual(claims(found[i]), claims(item), `${item.id}: keyword`);
    assert.equal(found[i].source, 'PubMed');
  }
});

// Its entries hold text in parts; an entry's eprint is the PMID.
function checkEntries(parsed, date, pages) {
  assert.deepEqual(parsed.errors, []);
  const entries = Object.values(parsed.entries);
  assert.equal(entries.length, expected.length);
  for (const [i, item] of expected.entries()) {
    const { fields } = entries[i];
    assert.equal(fields.eprint, item.PMID, item.id);
    assert.equal(fields.doi, item.DOI, item.id);
    assert.equal(plain(fields.volume), item.volume ?? '', item.id);
    assert.equal(plain(fields.issue), item.issue ?? '', item.id);
    assert.equal(fields.date, date(item), item.id);
    assert.deepEqual(fields.keywords.filter((word) => !word.includes('digest')).sort(), claims(item), item.id);
    if (item.page) assert.equal(plain(fields.pages[0][0].slice(0, 1)), item.page.split('-')[0], item.id);
    if (pages && item.page?.includes('-')) assert.equal(plain(fields.pages[0][0].slice(1)), item.page.split('-')[1]);
    if (item.type !== 'chapter') assert.equal(plain(fields.journaltitle), item['container-title'], item.id);
    assert.deepEqual(fields.author.filter((author) => author.family).map((author) => plain(author.family)).slice(0, 2),
      item.author.filter((author) => author.family).map((author) => author.family).slice(0, 2), item.id);
  }
  return entries;
}

test('biblatex-csl-converter finds PMIDs, places and claims in the RIS report', () => {
  const { parseRIS } = require('biblatex-csl-converter');
  const entries = checkEntries(parseRIS(report('sample.ris')), (item) => String(year(item)), true);
  for (const [i, item] of expected.entries()) {
    assert.equal(plain(entries[i].fields.title), item.title, item.id);
    assert.equal(entries[i].fields.url, item.URL, item.id);
  }
});

test('biblatex-csl-converter finds every field of the PubMed-format report', () => {
  const { parseNBIB } = require('biblatex-csl-converter');
  const twoDigits = (part) => String(part).padStart(2, '0');
  const date = (item) => item.issued['date-parts'][0].map((part, i) => (i ? twoDigits(part) : part)).join('-');
  const entries = checkEntries(parseNBIB(report('sample.nbib')), date, false);
  for (const [i, item] of expected.entries()) {
    const { fields } = entries[i];
    assert.equal(fields.eprinttype, 'pubmed', item.id);
    const title = plain(fields.title).replace(/\.$/, '').replace(/^\[(.*?)\.?\]$/, '$1');
    assert.ok(item.title.includes(title), `${item.id}: ${title}`);
    if (item.PMCID) assert.ok(plain(fields.note).includes(item.PMCID), item.id);
    const groups = item.author.filter((author) => author.literal).map((author) => author.literal);
    assert.deepEqual(fields.author.filter((author) => author.literal).map((author) => plain(author.literal)), groups);
  }
});

import { noticeCard } from '../../src/cards/notice.card';
import { elementsIn } from './card-tree';
import { frame, read } from './rendering';

test('shows the reference of an error, so that it can be found', () => {
  expect(read(noticeCard, { kind: 'error', reference: '7F3K-22QD' })).toContain('Reference: 7F3K-22QD');
  expect(read(noticeCard, { kind: 'outOfDate' })).not.toContain('Reference');
});

test('stands out by its tone', () => {
  const styleOf = (kind: 'error' | 'unreadable' | 'nothingOpen') =>
    elementsIn(noticeCard.render({ kind }, frame)).find(({ type }) => type === 'Container')?.style;
  expect(styleOf('error')).toBe('attention');
  expect(styleOf('unreadable')).toBe('warning');
  expect(styleOf('nothingOpen')).toBe('default');
});

test('tells a person whose tap could not be confirmed to tap again', () => {
  expect(read(noticeCard, { kind: 'unreadable' })).toContain('Nothing was recorded.');
});

/** Names of people who do not exist: given names from everywhere, surnames put together from syllables. */

import { pick, type Random } from './seeded-random';

const givenNames =
  'Abena Adaeze Agnieszka Aisha Alasdair Amara Anjali Aoife Arjun Ayodele Bethan Bilal Blessing Bronwen Carys Catriona Chidi Chloe Clodagh Dafydd Delroy Deepa Dmitri Ebony Efua Eilidh Elif Emeka Esme Fatima Femi Fergus Folasade Gareth Gita Grace Gwen Hamish Hana Harpreet Hiroshi Ifeoma Imran Ines Ioana Isla Jamal Jasmine Joaquim Kamala Kasia Keiko Kwame Layla Leila Liam Lowri Lucia Mahmoud Maeve Manjit Marek Mehmet Mei Miriam Nadia Naveed Ngozi Niamh Nikhil Olena Olumide Owain Parveen Piotr Priya Rashida Rhys Roisin Rosalind Rui Samira Sanjay Shanice Sinead Siobhan Soraya Tariq Temi Thandiwe Tomasz Uchenna Uma Vasile Winston Xin Yasmin Yusuf Zainab Zofia'.split(
    ' ',
  );
const beginnings =
  'Adel Afri Alder Ambro Bala Bram Cald Chand Corri Dara Dell Ekwe Esker Fara Fenn Garro Gilla Hari Hazel Ibar Imro Jasz Juni Kell Koro Lark Linu Mala Merri Nara Nettle Okan Orla Pell Quen Rahm Rowan Sora Thistle Umar Vell Wren Yara Zell'.split(
    ' ',
  );
const endings =
  'ami anjo atra beck bourne brook combe dale esh ford holm inska ley mere moor ola ova quill udi water wick wood'.split(
    ' ',
  );

export function syntheticName(random: Random): string {
  return `${pick(random, givenNames)} ${pick(random, beginnings)}${pick(random, endings)}`;
}

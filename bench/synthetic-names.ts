/** Twenty syllables in two alphabets: names that can be typed, mistyped and told apart, and that are nobody's. */
const latin = 'ba,ce,di,fo,gu,ha,je,ki,lo,mu,na,pe,ri,so,tu,va,xe,yi,zo,shu';
const cyrillic = 'ба,же,ди,фо,гу,ха,дже,ки,ло,му,на,пе,ри,со,ту,ва,хе,йи,зо,шу';

const syllable = (list: string, at: string) => `(string_to_array('${list}', ','))[${at} % 20 + 1]`;

/** SQL of the nth of 160,000 names; neighbours in number are not neighbours in the alphabet. */
const nameIn = (list: string, n: string): string => {
  const mixed = `((${n}) * 7919 % 160000)`;
  const parts = [1, 20, 400, 8000].map((step) => syllable(list, `(${mixed} / ${step})`));
  return `initcap(${parts.join(' || ')})`;
};

export const latinName = (n: string) => nameIn(latin, n);
export const cyrillicName = (n: string) => nameIn(cyrillic, n);

/** Narrows the listings down to one category. */
import { CATEGORIES } from '../../../src/country.ts';
import { useWords } from '../app/settings.tsx';
import { Chips } from '../ui/Chips.tsx';

export function CategoryChips({ value, onChange }: { value: string; onChange: (category: string) => void }) {
  const { listings, categories } = useWords();
  const options = [
    { value: '', label: listings.all },
    ...CATEGORIES.map((category) => ({ value: category, label: categories[category] })),
  ];
  return (
    <Chips legend={listings.category} name="category" options={options} value={value} onChange={onChange} />
  );
}

/** The box that selects a row, or all. */
import { useEffect, useRef } from 'react';

interface SelectBoxProps {
  label: string;
  isChecked: boolean;
  isMixed?: boolean;
  onChange: () => void;
}

export function SelectBox({ label, isChecked, isMixed = false, onChange }: SelectBoxProps) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = isMixed && !isChecked;
  }, [isMixed, isChecked]);
  return (
    <label className="select-box">
      <input ref={box} type="checkbox" aria-label={label} checked={isChecked} onChange={onChange} />
    </label>
  );
}

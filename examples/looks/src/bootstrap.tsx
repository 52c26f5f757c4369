import {
  type BadgeSlotProps,
  type ButtonSlotProps,
  hostTheme,
  type InputSlotProps,
  type SelectSlotProps,
  type ToastSlotProps,
} from '@ringback/react';
import 'bootstrap/dist/css/bootstrap.css';
import { useEffect } from 'react';
import { type Look, Marketplace, show } from './Marketplace';

const BUTTONS = {
  primary: 'primary',
  secondary: 'secondary',
  outline: 'outline-primary',
  ghost: 'link',
  danger: 'danger',
};
const TONES = {
  neutral: 'secondary',
  accent: 'primary',
  success: 'success',
  warning: 'warning',
  danger: 'danger',
};
const NOTICES = { success: 'success', error: 'danger', info: 'info' };

function Button({
  variant,
  size,
  onPress,
  isDisabled,
  isBusy,
  accessibilityLabel,
  children,
}: ButtonSlotProps) {
  return (
    <button
      type="button"
      className={`btn btn-${BUTTONS[variant]} ${size === 'md' ? '' : `btn-${size}`}`}
      disabled={isDisabled || isBusy}
      aria-label={accessibilityLabel}
      onClick={onPress}
    >
      {isBusy && <span className="spinner-border spinner-border-sm me-2" aria-hidden="true" />}
      {children}
    </button>
  );
}

function Input({ value, onChange, isMultiline, isInvalid, attributes }: InputSlotProps) {
  const Tag = isMultiline ? 'textarea' : 'input';
  return (
    <Tag
      {...attributes}
      className={`form-control ${isInvalid ? 'is-invalid' : ''}`}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

function Select({
  value,
  onChange,
  options,
  isInvalid,
  attributes: { rows: _, ...attributes },
}: SelectSlotProps) {
  return (
    <select
      {...attributes}
      className={`form-select ${isInvalid ? 'is-invalid' : ''}`}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

const Badge = ({ label, tone }: BadgeSlotProps) => (
  <span className={`badge text-bg-${TONES[tone]}`}>{label}</span>
);

function Toast({ tone, message, onClose }: ToastSlotProps) {
  useEffect(() => {
    const timer = setTimeout(onClose, 6000);
    return () => clearTimeout(timer);
  }, [onClose]);
  return (
    <div className="toast-container position-fixed bottom-0 end-0 p-3">
      <div className={`toast show text-bg-${NOTICES[tone]}`}>
        <div className="toast-body">{message}</div>
      </div>
    </div>
  );
}

const look: Look = { theme: hostTheme, components: { Button, Input, Select, Badge, Toast } };

show(<Marketplace {...look} />);

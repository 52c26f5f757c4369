import {
  type BadgeSlotProps,
  type ButtonSlotProps,
  type DialogSlotProps,
  hostTheme,
  type InputSlotProps,
  type SelectSlotProps,
  type ToastSlotProps,
} from '@ringback/react';
import { Dialog as RadixDialog, Select as RadixSelect, Toast as RadixToast } from 'radix-ui';
import { type Look, Marketplace, show } from './Marketplace';
import './tailwind.css';

const BUTTONS = {
  primary: 'bg-primary text-primary-foreground',
  secondary: 'bg-muted text-foreground',
  outline: 'border border-border bg-background text-foreground',
  ghost: 'text-muted-foreground',
  danger: 'bg-destructive text-primary-foreground',
};
const SIZES = { sm: 'h-9 px-3 text-sm', md: 'h-11 px-4', lg: 'h-12 px-6' };
const CONTROL =
  'w-full rounded-md border border-border bg-background px-3 min-h-11 text-base aria-invalid:border-destructive';

const Button = ({
  variant,
  size,
  onPress,
  isDisabled,
  isBusy,
  accessibilityLabel,
  children,
}: ButtonSlotProps) => (
  <button
    type="button"
    className={`rounded-md font-medium disabled:opacity-60 ${BUTTONS[variant]} ${SIZES[size]}`}
    disabled={isDisabled || isBusy}
    aria-label={accessibilityLabel}
    onClick={onPress}
  >
    {children}
  </button>
);

const Dialog = ({ isOpen, title, closeLabel, onClose, children }: DialogSlotProps) => (
  <RadixDialog.Root open={isOpen} onOpenChange={(open) => !open && onClose()}>
    <RadixDialog.Portal>
      <RadixDialog.Overlay className="fixed inset-0 bg-black/50" />
      <RadixDialog.Content
        aria-describedby={undefined}
        className="fixed inset-x-0 bottom-0 mx-auto max-h-[92dvh] max-w-xl overflow-auto rounded-t-xl bg-background p-5"
      >
        <RadixDialog.Title className="mb-4 text-lg font-semibold">{title}</RadixDialog.Title>
        {children}
        <RadixDialog.Close className="absolute end-4 top-4 size-9" aria-label={closeLabel}>
          ✕
        </RadixDialog.Close>
      </RadixDialog.Content>
    </RadixDialog.Portal>
  </RadixDialog.Root>
);

function Input({ value, onChange, isMultiline, attributes }: InputSlotProps) {
  const Tag = isMultiline ? 'textarea' : 'input';
  return (
    <Tag
      {...attributes}
      className={CONTROL}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

/** Radix takes no empty value, which is "no answer" here. */
const NONE = 'none';

function Select({ value, onChange, options, attributes }: SelectSlotProps) {
  const { id, 'aria-label': label, 'aria-describedby': described, 'aria-invalid': invalid } = attributes;
  return (
    <RadixSelect.Root value={value || NONE} onValueChange={(next) => onChange(next === NONE ? '' : next)}>
      <RadixSelect.Trigger
        {...{ id, 'aria-label': label, 'aria-describedby': described, 'aria-invalid': invalid }}
        data-field={attributes['data-field']}
        className={`${CONTROL} flex items-center justify-between`}
      >
        <RadixSelect.Value />
        <RadixSelect.Icon />
      </RadixSelect.Trigger>
      <RadixSelect.Portal>
        <RadixSelect.Content className="z-10 max-h-80 overflow-auto rounded-md border border-border bg-background">
          <RadixSelect.Viewport>
            {options.map((option) => (
              <RadixSelect.Item
                key={option.value}
                value={option.value || NONE}
                className="px-3 py-2 data-highlighted:bg-muted"
              >
                <RadixSelect.ItemText>{option.label}</RadixSelect.ItemText>
              </RadixSelect.Item>
            ))}
          </RadixSelect.Viewport>
        </RadixSelect.Content>
      </RadixSelect.Portal>
    </RadixSelect.Root>
  );
}

const Badge = ({ label, tone }: BadgeSlotProps) => (
  <span
    className={`rounded-full border px-2 text-sm ${tone === 'danger' ? 'border-destructive text-destructive' : 'border-border'}`}
  >
    {label}
  </span>
);

const Toast = ({ message, onClose }: ToastSlotProps) => (
  <RadixToast.Provider>
    <RadixToast.Root
      open
      duration={6000}
      onOpenChange={(open) => !open && onClose()}
      className="rounded-md border border-border bg-background p-4 shadow-lg"
    >
      <RadixToast.Description>{message}</RadixToast.Description>
    </RadixToast.Root>
    <RadixToast.Viewport className="fixed end-4 bottom-4" />
  </RadixToast.Provider>
);

const look: Look = { theme: hostTheme, components: { Button, Dialog, Input, Select, Badge, Toast } };

show(<Marketplace {...look} />);

import type { ButtonSlotProps } from '../../headless/ui/slots.ts';
import { Icon } from './Icon.tsx';

/**
 * Stays focusable while it is busy or disabled, so that a keyboard's place on the page is never lost. Takes
 * the focus when it is pressed, which Safari does not do: a dialog gives it back here.
 */
export function Button(props: ButtonSlotProps) {
  const {
    variant,
    size,
    onPress,
    isDisabled = false,
    isBusy = false,
    icon,
    accessibilityLabel,
    children,
  } = props;
  const isInert = isDisabled || isBusy;
  return (
    <button
      type="button"
      className="cb-button"
      data-variant={variant}
      data-size={size}
      aria-disabled={isInert || undefined}
      aria-busy={isBusy || undefined}
      aria-label={accessibilityLabel}
      onClick={(event) => {
        event.currentTarget.focus();
        if (!isInert) onPress();
      }}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

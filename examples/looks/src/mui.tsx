import {
  Alert,
  Chip,
  CssBaseline,
  createTheme,
  DialogContent,
  DialogTitle,
  Button as MuiButton,
  Dialog as MuiDialog,
  NativeSelect,
  OutlinedInput,
  Snackbar,
  ThemeProvider,
} from '@mui/material';
import {
  type BadgeSlotProps,
  type ButtonSlotProps,
  type DialogSlotProps,
  hostTheme,
  type InputSlotProps,
  type SelectSlotProps,
  type ToastSlotProps,
} from '@ringback/react';
import { type Look, Marketplace, show } from './Marketplace';

const BUTTONS = {
  primary: 'contained',
  secondary: 'contained',
  outline: 'outlined',
  ghost: 'text',
  danger: 'contained',
} as const;
const SIZES = { sm: 'small', md: 'medium', lg: 'large' } as const;
const TONES = {
  neutral: 'default',
  accent: 'primary',
  success: 'success',
  warning: 'warning',
  danger: 'error',
} as const;

const Button = ({
  variant,
  size,
  onPress,
  isDisabled,
  isBusy,
  accessibilityLabel,
  children,
}: ButtonSlotProps) => (
  <MuiButton
    variant={BUTTONS[variant]}
    size={SIZES[size]}
    color={variant === 'danger' ? 'error' : variant === 'secondary' ? 'inherit' : 'primary'}
    disabled={isDisabled ?? false}
    loading={isBusy ?? false}
    aria-label={accessibilityLabel}
    onClick={onPress}
  >
    {children}
  </MuiButton>
);

const Dialog = ({ isOpen, title, onClose, children }: DialogSlotProps) => (
  <MuiDialog open={isOpen} onClose={onClose} fullWidth>
    <DialogTitle>{title}</DialogTitle>
    <DialogContent>{children}</DialogContent>
  </MuiDialog>
);

const Input = ({
  value,
  onChange,
  isMultiline,
  isInvalid,
  attributes: { rows, ...attributes },
}: InputSlotProps) => (
  <OutlinedInput
    fullWidth
    multiline={isMultiline}
    minRows={rows}
    error={isInvalid}
    inputProps={attributes}
    value={value}
    onChange={(event) => onChange(event.target.value)}
  />
);

const Select = ({ value, onChange, options, isInvalid, attributes }: SelectSlotProps) => (
  <NativeSelect
    input={<OutlinedInput fullWidth />}
    inputProps={attributes}
    error={isInvalid}
    value={value}
    onChange={(event) => onChange(event.target.value)}
  >
    {options.map((option) => (
      <option key={option.value} value={option.value}>
        {option.label}
      </option>
    ))}
  </NativeSelect>
);

const Badge = ({ label, tone }: BadgeSlotProps) => (
  <Chip size="small" variant="outlined" label={label} color={TONES[tone]} />
);

const Toast = ({ tone, message, onClose }: ToastSlotProps) => (
  <Snackbar open autoHideDuration={6000} onClose={onClose}>
    <Alert severity={tone}>{message}</Alert>
  </Snackbar>
);

const look: Look = { theme: hostTheme, components: { Button, Dialog, Input, Select, Badge, Toast } };
const muiTheme = createTheme({ cssVariables: true, palette: { primary: { main: '#6a1b9a' } } });

show(
  <ThemeProvider theme={muiTheme}>
    <CssBaseline />
    <Marketplace {...look} />
  </ThemeProvider>,
);

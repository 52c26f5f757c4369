/** What the examples in the documentation take from the app around them. */
declare const session: { token: string; userId: string; name: string; phone: string };
declare const seller: { id: string; name: string; hasPhone: boolean };
declare const listing: { id: string; title: string };
declare const client: import('@ringback/client').CallbackClient;
declare const request: import('@ringback/client').CallbackRequest;
declare const isDark: boolean;
declare function App(): import('react').ReactNode;
declare function navigate(path: string): void;
declare function showToast(tone: 'success' | 'error' | 'info', message: string): void;
declare function track(event: string, id: string): void;

declare module '*.css';
declare module '@react-native-async-storage/async-storage' {
  const storage: {
    getItem(key: string): Promise<string | null>;
    setItem(key: string, value: string): Promise<void>;
    removeItem(key: string): Promise<void>;
  };
  export default storage;
}
declare module 'lucide-react-native' {
  type Icon = import('react').ComponentType<{ size: number; color: string }>;
  export const Check: Icon;
  export const Phone: Icon;
  export const PhoneCall: Icon;
}

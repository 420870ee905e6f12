import { createRoot } from 'react-dom/client';
import { Connect } from './connect';

createRoot(document.getElementById('root')!).render(<Connect />);

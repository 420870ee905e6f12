'use client';

import { useEffect } from 'react';
import { forwardRedirect } from 'react-360dialog-connect/redirect';

export function Forward() {
  useEffect(() => forwardRedirect(), []);
  return null;
}

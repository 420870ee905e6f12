import type { PartnerApi } from 'react-360dialog-connect/server';

/** A client of 360dialog for a tenant of yours: the same one, however often this runs. */
export async function addTenant(api: PartnerApi, tenant: { id: string; name: string }) {
  const { id } = await api.ensureClient({
    name: tenant.name,
    // Made of the tenant's ID, so that the tenant is found by it again.
    email: `tenant-${tenant.id}@app.example`,
  });
  return id;
}

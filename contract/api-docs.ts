import { array, mixed, object, string } from 'yup';
import { endpoint } from './endpoint';

const part = () => mixed<object>().meta({ types: ['object'] });

/** A document of the form that https://spec.openapis.org/oas/v3.1.0 lays down. */
const openApi = object({
  openapi: string().required(),
  info: part().required(),
  servers: array(part().required()).required(),
  tags: array(part().required()).required(),
  paths: part().required(),
  components: part().required(),
});

/** GET /openapi.json — what this part of the API takes and answers, for tools: an OpenAPI document of the calls for guests and everybody. */
export const GetOpenApi = endpoint('GetOpenApi', { response: openApi });

/** GET /openapi.json — what the panel's part of the API takes and answers, for tools: an OpenAPI document of its calls. */
export const GetAdminOpenApi = endpoint('GetAdminOpenApi', { response: openApi });

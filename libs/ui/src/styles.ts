// Imported once, by the shell: Mantine's styles first, then the product's own.
import '@mantine/core/styles.css';
import '@mantine/dropzone/styles.css';
import '@mantine/notifications/styles.css';
import './theme/base.css';

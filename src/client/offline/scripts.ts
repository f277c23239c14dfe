/** Each script looks for its element and does nothing where there is none, so a page may have all of them. */
import.meta.glob('../*.ts', { eager: true });
